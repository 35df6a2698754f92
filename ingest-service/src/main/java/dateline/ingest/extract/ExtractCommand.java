package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import dateline.ingest.encoding.TextDecoder;
import dateline.ingest.fetch.FetchProperties;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the article in each of some files, or pages on the web, as one JSON object a line:
 *
 * <pre>extract [--url URL] [--content-type T] FILE|URL…</pre>
 *
 * <p>A page is fetched with the service's limits and its guard against private addresses; the settings of
 * {@code dateline.fetch} are taken from the environment or system properties.
 */
public final class ExtractCommand {
    private static final String USAGE = "usage: extract [--url URL] [--content-type T] FILE|URL…";
    private static final Pattern HTML = Pattern.compile(
            "(?is)^\\s*(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*<(?:!doctype|html|head|body|div|article|meta|p|table)\\b");

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final TextDecoder decoder = new TextDecoder();
    private final JsonMapper json = new JsonMapper();
    private final Clock clock;

    private final FetchProperties fetching;

    ExtractCommand(Clock clock, FetchProperties fetching) {
        this.clock = clock;
        this.fetching = fetching;
    }

    static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @return 0 if every file was read, 1 if one could not be, 2 if the arguments make no sense
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        FetchProperties fetching =
                Binder.get(new StandardEnvironment()).bindOrCreate("dateline.fetch", FetchProperties.class);
        return new ExtractCommand(Clock.systemUTC(), fetching).print(args, out, err);
    }

    int print(String[] args, PrintStream out, PrintStream err) {
        String url = null;
        String contentType = null;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            boolean last = i + 1 == args.length;
            switch (args[i]) {
                case "--url", "--content-type" -> {
                    if (last) {
                        err.println(args[i] + " needs a value; " + USAGE);
                        return 2;
                    }
                    if (args[i].equals("--url")) {
                        url = args[++i];
                    } else {
                        contentType = args[++i];
                    }
                }
                default -> files.add(args[i]);
            }
        }
        if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("--"))) {
            err.println(USAGE);
            return 2;
        }
        return printAll(files, url, contentType, out);
    }

    private int printAll(List<String> files, @Nullable String url, @Nullable String contentType, PrintStream out) {
        int status = 0;
        // JSON is UTF-8 whatever the console's encoding is.
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (PageSource source = new PageSource(fetching)) {
            for (String file : files) {
                Map<String, @Nullable Object> line;
                try {
                    PageSource.Content content = source.read(file);
                    line = article(
                            file,
                            content.bytes(),
                            url == null ? content.url() : url,
                            contentType == null ? content.contentType() : contentType);
                } catch (IOException | java.nio.file.InvalidPathException e) {
                    line = new LinkedHashMap<>();
                    line.put("file", file);
                    line.put("error", "cannot be read: " + e);
                    status = 1;
                }
                writer.write(json.writeValueAsString(line));
                writer.write('\n');
                writer.flush();
            }
        } catch (IOException e) {
            return 1;
        }
        return status;
    }

    private Map<String, @Nullable Object> article(
            String file, byte[] bytes, @Nullable String url, @Nullable String contentType) {
        Hints hints = Hints.seenAt(clock.instant());
        Extraction article;
        String text = decoder.decode(bytes, contentType).text();
        if (isHtml(file, text, contentType)) {
            article = extractor.extract(new HtmlPage(text, url, hints));
        } else {
            article = extractor.extract(new TextPage(text, url, hints));
        }
        return fields(file, url, article);
    }

    private static boolean isHtml(String file, String text, @Nullable String contentType) {
        if (contentType != null && !contentType.startsWith("application/octet-stream")) {
            return contentType.toLowerCase(Locale.ROOT).contains("html");
        }
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".html")
                || name.endsWith(".htm")
                || name.endsWith(".xhtml")
                || HTML.matcher(text.substring(0, Math.min(2000, text.length())))
                        .find();
    }

    private static Map<String, @Nullable Object> fields(String file, @Nullable String url, Extraction article) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ArticleDate published = article.published();
        fields.put("file", file);
        fields.put("url", url == null ? article.canonicalUrl() : url);
        fields.put("title", article.title());
        fields.put("subtitle", article.subtitle());
        fields.put("byline", article.bylines().isEmpty() ? null : String.join(", ", article.bylines()));
        fields.put("bylines", article.bylines());
        fields.put("published", published == null ? null : iso(published, article.publishedOffset()));
        fields.put("publishedSource", published == null ? null : published.source());
        fields.put("publishedPrecision", published == null ? null : published.precision());
        fields.put("modified", article.modified() == null ? null : iso(article.modified(), null));
        fields.put("language", article.language());
        fields.put("canonicalUrl", article.canonicalUrl());
        fields.put("site", article.siteName());
        fields.put("section", article.section());
        fields.put("tags", article.tags());
        fields.put("leadImage", article.leadImage());
        fields.put("dateline", article.dateline());
        fields.put("text", article.text());
        fields.put("blocks", article.blocks());
        fields.put("furniture", article.furniture());
        fields.put("notes", article.notes());
        return fields;
    }

    /** The date as exactly as it was stated, and in the zone in which it was stated, so that its day is the page's day. */
    static String iso(ArticleDate date, @Nullable ZoneOffset offset) {
        OffsetDateTime at = date.at().atOffset(offset == null ? ZoneOffset.UTC : offset);
        return switch (date.precision()) {
            case YEAR -> DateTimeFormatter.ofPattern("uuuu").format(at);
            case MONTH -> DateTimeFormatter.ofPattern("uuuu-MM").format(at);
            case DAY -> at.toLocalDate().toString();
            case HOUR, MINUTE, SECOND -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
        };
    }
}
