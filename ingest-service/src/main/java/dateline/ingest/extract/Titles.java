package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline: what page metadata call it, without the outlet's name, in the spelling of the heading on the
 * page where one says the same.
 */
final class Titles {
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\\-–—•·»›/\\\\:~]+\\s+|\\s*[|｜»›]\\s*|\\s*_(?=[^_]*$)|\\s+::\\s+");

    private Titles() {}

    /**
     * The headline.
     *
     * @param stated what metadata call it, the most trusted first
     * @param documentTitle the {@code title} element, which often ends in the outlet's name
     * @param headings the page's headings, first-level ones first, and lines that stand out like one
     * @param onlyFirstLevel the page's first-level heading, if it has exactly one
     * @param siteName the outlet's name, if known
     */
    static String choose(
            List<String> stated,
            String documentTitle,
            List<String> headings,
            @Nullable String onlyFirstLevel,
            @Nullable String siteName) {
        List<String> candidates = new ArrayList<>(stated);
        if (!documentTitle.isBlank()) {
            candidates.add(documentTitle);
        }
        List<String> keys = new ArrayList<>();
        headings.forEach(heading -> keys.add(Clean.key(heading)));
        for (String candidate : candidates) {
            String heading = sameHeading(candidate, headings, keys);
            if (heading != null) {
                return heading;
            }
        }
        if (stated.isEmpty()
                && onlyFirstLevel != null
                && onlyFirstLevel.length() >= 12
                && !isSite(onlyFirstLevel, siteName)) {
            return onlyFirstLevel;
        }
        for (String candidate : candidates) {
            String title = withoutSite(candidate, siteName);
            if (!title.isEmpty() && !isSite(title, siteName)) {
                return title;
            }
        }
        return headings.isEmpty() ? (candidates.isEmpty() ? "" : candidates.getFirst()) : headings.getFirst();
    }

    /** The heading that says what a candidate says, or all of it but an outlet's name, rather after it than before. */
    private static @Nullable String sameHeading(String candidate, List<String> headings, List<String> keys) {
        String key = Clean.key(candidate);
        String front = null;
        String end = null;
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            String headingKey = keys.get(i);
            if (!headingKey.isEmpty() && headingKey.equals(key)) {
                return heading;
            }
            boolean most = Clean.weight(headingKey) >= 15 && headingKey.length() * 2 >= key.length();
            if (key.startsWith(headingKey) && (most || isCutOff(candidate, heading))) {
                front = longer(front, heading);
            } else if (key.endsWith(headingKey) && (most || isCutOffBefore(candidate, heading))) {
                end = longer(end, heading);
            }
        }
        // Where both are headings, one is the outlet's name: the one after it, unless that is much the longer.
        return front == null || end != null && end.length() * 2 > front.length() * 3 ? end : front;
    }

    private static String longer(@Nullable String best, String heading) {
        return best == null || heading.length() > best.length() ? heading : best;
    }

    /** Whether the heading is what a separator ends in the candidate, and not a mere label. */
    private static boolean isCutOff(String candidate, String heading) {
        if (Clean.weight(heading) < 12
                || heading.indexOf(' ') < 0 && Clean.weight(heading) == heading.length()
                || !candidate.startsWith(heading)) {
            return false;
        }
        Matcher separator = SEPARATOR.matcher(candidate).region(heading.length(), candidate.length());
        return separator.lookingAt() || candidate.startsWith(": ", heading.length());
    }

    /** Whether the heading is what follows a separator, or "Outlet: ", at the end of the candidate. */
    private static boolean isCutOffBefore(String candidate, String heading) {
        int from = candidate.length() - heading.length();
        if (Clean.weight(heading) < 12 || heading.indexOf(' ') < 0 || from < 3 || !candidate.endsWith(heading)) {
            return false;
        }
        String before = candidate.substring(Math.max(0, from - 4), from);
        return before.endsWith(": ") || SEPARATOR.matcher(before).find();
    }

    private static boolean isSite(String title, @Nullable String siteName) {
        return siteName != null && Clean.key(title).equals(Clean.key(siteName));
    }

    /** The title without a leading or trailing part that is the outlet's name, or looks like one. */
    static String withoutSite(String title, @Nullable String siteName) {
        String site = siteName == null ? "" : Clean.key(siteName);
        String rest = title;
        for (int round = 0; round < 3; round++) {
            Matcher matcher = SEPARATOR.matcher(rest);
            int from = -1;
            int to = -1;
            int firstFrom = -1;
            int firstTo = -1;
            while (matcher.find()) {
                if (firstFrom < 0) {
                    firstFrom = matcher.start();
                    firstTo = matcher.end();
                }
                from = matcher.start();
                to = matcher.end();
            }
            if (from <= 0) {
                break;
            }
            String tail = rest.substring(to);
            String front = rest.substring(0, from);
            String separator = rest.substring(from, to).strip();
            if (looksLikeSite(tail, site, separator, front)) {
                rest = front.strip();
            } else if (!site.isEmpty()
                    && Clean.key(rest.substring(0, firstFrom)).equals(site)) {
                rest = rest.substring(firstTo).strip();
            } else {
                break;
            }
        }
        return rest;
    }

    private static boolean looksLikeSite(String part, String site, String separator, String front) {
        String key = Clean.key(part);
        if (!site.isEmpty()) {
            if (key.equals(site) || site.length() > 4 && key.contains(site) || key.length() > 3 && site.contains(key)) {
                return true;
            }
        }
        int words = words(part);
        int frontWords = words(front);
        return !separator.equals(":") && !separator.equals("/") && words <= 5 && frontWords >= 4 && frontWords > words;
    }

    /** Words, counting two characters as one in scripts that put no spaces. */
    private static int words(String text) {
        int spaced = TextLine.words(text);
        int dense = (Clean.weight(text) - text.length()) / 3;
        return Math.max(spaced, dense);
    }
}
