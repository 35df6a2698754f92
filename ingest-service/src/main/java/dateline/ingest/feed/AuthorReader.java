package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads people as RSS, Dublin Core and Atom write them. */
final class AuthorReader {
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final Pattern EMAIL = Pattern.compile(
            "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}(?:\\?subject=\\S{0,200})?");

    private final FeedContext context;
    private final List<FeedAuthor> authors = new ArrayList<>();
    private int rank = Integer.MAX_VALUE;

    AuthorReader(FeedContext context) {
        this.context = context;
    }

    /** Takes a person; only those of the best rank are kept. */
    void read(XmlElement element, int candidateRank) {
        FeedAuthor author = element.hasElements() ? structured(element) : fromText(element.text());
        if (author == null || candidateRank > rank) {
            return;
        }
        if (candidateRank < rank) {
            authors.clear();
            rank = candidateRank;
        }
        if (authors.size() < MOST && !authors.contains(author)) {
            authors.add(author);
        }
    }

    List<FeedAuthor> authors() {
        return authors;
    }

    private @Nullable FeedAuthor structured(XmlElement element) {
        String name = null;
        String email = null;
        String url = null;
        for (XmlElement child : element.elements()) {
            switch (child.local()) {
                case "name", "creator" -> name = child.text();
                case "email" -> email = child.text();
                case "uri", "url", "homepage" -> url = context.link(child, child.text());
                default -> {}
            }
        }
        if (name == null && email == null && url == null) {
            return fromText(element.text());
        }
        FeedAuthor split = name == null ? null : fromText(name);
        if (split != null && email == null && split.email() != null) {
            return new FeedAuthor(split.name(), split.email(), url);
        }
        return new FeedAuthor(name == null ? null : FeedText.oneLine(name), email, url);
    }

    /** Reads {@code a@example.org (A. Writer)}, {@code A. Writer <a@example.org>} and what else is common. */
    static @Nullable FeedAuthor fromText(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String line = FeedText.oneLine(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        Matcher match = line.indexOf('@') > 0 ? EMAIL.matcher(line) : null;
        if (match == null || !match.find()) {
            return line.isEmpty() ? null : new FeedAuthor(line, null, null);
        }
        String email = match.group();
        String rest = (line.substring(0, match.start()) + line.substring(match.end()))
                .replace("()", "")
                .replace("<>", "")
                .replace("&lt;&gt;", "")
                .replace("mailto:", "")
                .strip();
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        return new FeedAuthor(rest.isEmpty() ? null : rest, email, null);
    }
}
