package dateline.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/** Reads {@code Link} headers (RFC 8288). */
public final class LinkHeader {
    private static final int LONGEST = 8192;
    private static final int MOST = 50;
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern REL = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]+))");

    private LinkHeader() {}

    /**
     * The targets of links of that relation, absolute, in the order given.
     *
     * @param base what relative ones are relative to
     */
    public static List<String> targets(ResponseHeaders headers, String relation, String base) {
        List<String> targets = new ArrayList<>();
        for (String value : headers.values().getOrDefault("link", List.of())) {
            Matcher link = LINK.matcher(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            while (link.find() && targets.size() < MOST) {
                Matcher rel = REL.matcher(link.group(2));
                if (!link.group(1).isBlank() && rel.find()) {
                    String stated = rel.group(1) == null ? rel.group(2) : rel.group(1);
                    String url = StringUtil.resolve(base, link.group(1).strip());
                    if (List.of(stated.toLowerCase(Locale.ROOT).split("\\s+")).contains(relation) && !url.isEmpty()) {
                        targets.add(url);
                    }
                }
            }
        }
        return List.copyOf(targets);
    }
}
