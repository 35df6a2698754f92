package dateline.ingest.feed;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cases of the feedparser project: a feed each, with the headers it was served with and what is expected of it. */
final class FeedparserCases {
    private static final Pattern HEADER = Pattern.compile("(?m)^\\s*Header:\\s*([A-Za-z-]+):\\s*(.*?)\\s*$");
    private static final Pattern EXPECT = Pattern.compile("(?m)^\\s*Expect:\\s*(.*?)\\s*$");
    private static final String ROOT_URL = "http://127.0.0.1:8097/";

    /** One file. */
    record Case(Path file, String name, byte[] body, Map<String, String> headers, String expectation) {
        FeedDocument parse(FeedParser parser) {
            String location = headers.getOrDefault("content-location", "");
            String url = Links.resolve(ROOT_URL + "tests/" + name, location);
            return parser.parse(body, headers.get("content-type"), url);
        }
    }

    private FeedparserCases() {}

    static List<Case> load(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("LICENSE"))
                    .sorted()
                    .toList()) {
                byte[] body = Files.readAllBytes(file);
                String comment = new String(body, encoding(body));
                Map<String, String> headers = new HashMap<>();
                Matcher header = HEADER.matcher(comment);
                while (header.find()) {
                    headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
                }
                Matcher expect = EXPECT.matcher(comment);
                cases.add(new Case(
                        file, folder.relativize(file).toString(), body, headers, expect.find() ? expect.group(1) : ""));
            }
        }
        return cases;
    }

    private static Charset encoding(byte[] b) {
        if (b.length > 3 && (b[1] == 0 && b[2] == 0 && b[3] == 0 || b[0] == -1 && b[1] == -2 && b[2] == 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (b.length > 3 && (b[0] == 0 || b[0] == -2)) {
            return StandardCharsets.UTF_16BE;
        }
        return b.length > 3 && (b[1] == 0 || b[0] == -1) ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    /** What the document says at an assertion's path, in feedparser's terms; {@code null} where this is not modelled. */
    static Object actual(FeedDocument document, PythonExpectation.Assertion assertion) {
        List<Object> path = assertion.path();
        if (path.size() < 3 || !path.getFirst().equals("entries") || !(path.get(1) instanceof Integer index)) {
            return null;
        }
        String field = path.get(2).toString();
        if (!FIELDS.contains(field)) {
            return null;
        }
        if (!(document instanceof Feed feed) || feed.entries().size() <= index) {
            return PythonExpectation.NONE;
        }
        Object value = value(feed.entries().get(index), field, path);
        return value == null ? PythonExpectation.NONE : value;
    }

    private static final List<String> FIELDS = List.of(
            "title",
            "title_detail",
            "link",
            "id",
            "guid",
            "author",
            "author_detail",
            "authors",
            "published",
            "updated",
            "created",
            "published_parsed",
            "updated_parsed",
            "created_parsed",
            "summary",
            "summary_detail",
            "description",
            "content",
            "links");

    private static Object value(FeedEntry entry, String field, List<Object> path) {
        return switch (field) {
            case "title" -> entry.title();
            case "link" -> entry.link();
            case "id", "guid" -> entry.id();
            case "author" -> author(entry);
            case "author_detail" ->
                entry.authors().isEmpty() ? null : person(entry.authors().getFirst(), path.get(3));
            case "authors" ->
                entry.authors().size() <= (int) path.get(3)
                        ? null
                        : person(entry.authors().get((int) path.get(3)), path.get(4));
            case "published", "created" -> raw(entry.published());
            // feedparser answers with the date of publication where there is no other.
            case "updated" -> raw(entry.updated() == null ? entry.published() : entry.updated());
            case "published_parsed", "created_parsed" -> tuple(entry.published());
            case "updated_parsed" -> tuple(entry.updated() == null ? entry.published() : entry.updated());
            case "title_detail" -> path.size() > 3 && path.get(3).equals("value") ? entry.title() : null;
            case "summary_detail" -> entry.summary();
            // Nor does it tell summary from content where there is only one of them.
            case "summary", "description" -> entry.summary() == null ? entry.content() : entry.summary();
            case "content" -> entry.content() == null ? entry.summary() : entry.content();
            case "links" -> entry.link();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String author(FeedEntry entry) {
        return entry.authors().isEmpty() ? null : entry.authors().getFirst().display();
    }

    private static Object person(FeedAuthor author, Object field) {
        return switch (field.toString()) {
            case "name" -> author.name();
            case "email" -> author.email();
            default -> author.url();
        };
    }

    private static String raw(FeedDate date) {
        return date == null ? null : date.raw();
    }

    private static Object tuple(FeedDate date) {
        if (date == null || date.parsed() == null) {
            return null;
        }
        OffsetDateTime at = date.parsed().at().atOffset(ZoneOffset.UTC);
        return List.of(
                (long) at.getYear(),
                (long) at.getMonthValue(),
                (long) at.getDayOfMonth(),
                (long) at.getHour(),
                (long) at.getMinute(),
                (long) at.getSecond(),
                (long) at.getDayOfWeek().getValue() - 1,
                (long) at.getDayOfYear(),
                0L);
    }
}
