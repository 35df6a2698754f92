package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds elements from tags that need not match: an end tag closes what was left open inside, one that closes nothing
 * is passed over, and what is still open at the end was truncated. Each entry is handed over as soon as it is closed
 * and not held, so that memory follows the largest entry and not the document.
 */
final class XmlReader {
    static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "urlset", "sitemapindex");
    private static final Set<String> RECORDS = Set.of("item", "entry", "url", "sitemap");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr");
    /** Elements of RSS that hold nothing but text, so that another of RSS inside one shows a forgotten end tag. */
    private static final Set<String> LEAVES =
            Set.of("title", "link", "guid", "pubdate", "category", "comments", "author");

    private static final Set<String> FIELDS =
            Set.of("title", "link", "guid", "pubdate", "category", "comments", "author", "description", "item");

    private final XmlTokenizer tokens;
    private final FeedContext context;
    private final FeedLimits limits;
    private final Problems problems;
    private final List<XmlElement> open = new ArrayList<>();
    private final Map<String, Integer> openNames = new HashMap<>();
    /** Namespaces in force, innermost last, with the depth they were declared at. */
    private final List<Declaration> declarations = new ArrayList<>();

    private int tokensRead;
    private int tooDeep;
    private int held;
    private @Nullable XmlElement root;

    private record Declaration(String prefix, Vocabulary vocabulary, int depth) {}

    XmlReader(XmlTokenizer tokens, FeedContext context) {
        this.tokens = tokens;
        this.context = context;
        this.limits = context.limits();
        this.problems = context.problems();
    }

    /**
     * Reads to the document's end, until {@code takesMore} says no, or until it has taken too long.
     *
     * @return the root without the entries handed over, or null if there is no root of a feed
     */
    @Nullable
    XmlElement read(Predicate<XmlElement> takesMore) {
        while (true) {
            int at = tokens.position();
            // Looking at the clock takes longer than many a token.
            if ((++tokensRead & 255) == 0 && root != null && context.isLate()) {
                return root;
            }
            switch (tokens.next()) {
                case TEXT -> text(at);
                case START -> {
                    if (!start(at, takesMore)) {
                        return root;
                    }
                }
                case END -> {
                    if (!end(at, takesMore)) {
                        return root;
                    }
                }
                case EOF -> {
                    if (!open.isEmpty()) {
                        problems.note("truncated: " + open.getLast().name() + " is not closed", at);
                        closeTo(0, takesMore);
                    }
                    return root;
                }
            }
        }
    }

    private void text(int at) {
        if (!open.isEmpty()) {
            if (held < limits.elements()) {
                held++;
                open.getLast().add(tokens.content());
            }
        } else if (!tokens.content().isBlank()) {
            problems.note(root == null ? "text before the feed" : "text after the feed", at);
        }
    }

    private boolean start(int at, Predicate<XmlElement> takesMore) {
        String name = tokens.name();
        if (open.isEmpty()) {
            String local = XmlNames.local(name);
            if (root != null || !ROOTS.contains(local)) {
                problems.note(root == null ? "markup before the feed" : "markup after the feed", at);
                return true;
            }
        } else if (!autoClose(name, at, takesMore)) {
            return false;
        }
        if (open.size() >= limits.depth() || held >= limits.elements()) {
            problems.note(held >= limits.elements() ? "too many elements" : "nested too deeply", at);
            tooDeep += tokens.selfClosing() ? 0 : 1;
            return true;
        }
        XmlElement parent = open.isEmpty() ? null : open.getLast();
        declare();
        XmlElement element = new XmlElement(parent, vocabulary(name), name, tokens.attributes(), at);
        held++;
        if (parent == null) {
            root = element;
        } else {
            parent.add(element);
        }
        open.add(element);
        openNames.merge(name, 1, Integer::sum);
        boolean isVoid = VOID.contains(name) && element.vocabulary() != Vocabulary.OTHER;
        return !tokens.selfClosing() && !isVoid || close(takesMore);
    }

    private boolean end(int at, Predicate<XmlElement> takesMore) {
        if (tooDeep > 0) {
            tooDeep--;
            return true;
        }
        String name = tokens.name();
        if (openNames.getOrDefault(name, 0) == 0) {
            String differentCase = open.isEmpty() ? name : open.getLast().name();
            if (!differentCase.equalsIgnoreCase(name) || open.isEmpty()) {
                if (!VOID.contains(name)) {
                    problems.note("end tag " + name + " without start", at);
                }
                return true;
            }
            name = differentCase;
        }
        int depth = open.size() - 1;
        while (!open.get(depth).name().equals(name)) {
            depth--;
        }
        if (depth < open.size() - 1) {
            problems.note(open.getLast().name() + " is not closed", at);
        }
        return closeTo(depth, takesMore);
    }

    /** Closes what can not contain the element that begins. */
    private boolean autoClose(String name, int at, Predicate<XmlElement> takesMore) {
        XmlElement inside = open.getLast();
        if (inside.vocabulary() == Vocabulary.RSS
                && LEAVES.contains(inside.local())
                && name.indexOf(':') < 0
                && FIELDS.contains(XmlNames.local(name))
                && inside.parent() != null
                && !hasDefaultNamespace()) {
            problems.note(inside.name() + " is not closed", at);
            if (!close(takesMore)) {
                return false;
            }
        }
        String local = XmlNames.local(name);
        if ((local.equals("item") || local.equals("entry")) && openNames.getOrDefault(name, 0) > 0) {
            int depth = open.size() - 1;
            while (depth > 0 && !open.get(depth).name().equals(name)) {
                depth--;
            }
            problems.note(name + " inside " + name, at);
            return closeTo(depth, takesMore);
        }
        return true;
    }

    private boolean hasDefaultNamespace() {
        for (int i = 0; i < tokens.attributes().size(); i += 2) {
            if (tokens.attributes().get(i).equals("xmlns")) {
                return true;
            }
        }
        return false;
    }

    private boolean closeTo(int depth, Predicate<XmlElement> takesMore) {
        while (open.size() > depth) {
            if (!close(takesMore)) {
                return false;
            }
        }
        return true;
    }

    private boolean close(Predicate<XmlElement> takesMore) {
        XmlElement element = open.removeLast();
        openNames.computeIfPresent(element.name(), (name, count) -> count == 1 ? null : count - 1);
        while (!declarations.isEmpty() && declarations.getLast().depth() > open.size()) {
            declarations.removeLast();
        }
        XmlElement parent = element.parent();
        if (parent == null || !isRecord(element)) {
            return true;
        }
        parent.removeLast();
        held = open.size();
        return takesMore.test(element);
    }

    private boolean isRecord(XmlElement element) {
        XmlElement parent = element.parent();
        return parent != null
                && RECORDS.contains(element.local())
                && (ROOTS.contains(parent.local()) || parent.local().equals("items"))
                && (element.vocabulary() == Vocabulary.RSS
                        || element.vocabulary() == Vocabulary.ATOM
                        || element.vocabulary() == Vocabulary.SITEMAP);
    }

    private void declare() {
        List<String> attributes = tokens.attributes();
        for (int i = 0; i < attributes.size(); i += 2) {
            String key = attributes.get(i);
            if (key.startsWith("xmlns") && (key.length() == 5 || key.charAt(5) == ':')) {
                Vocabulary vocabulary = Vocabulary.ofUri(attributes.get(i + 1));
                // A root in a namespace of its own invention is still an RSS document.
                if (key.length() == 5 && open.isEmpty() && vocabulary == Vocabulary.OTHER) {
                    vocabulary = Vocabulary.RSS;
                }
                declarations.add(
                        new Declaration(key.length() == 5 ? "" : key.substring(6), vocabulary, open.size() + 1));
            }
        }
    }

    private Vocabulary vocabulary(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        for (int i = declarations.size() - 1, looked = 0; i >= 0 && looked < 64; i--, looked++) {
            if (declarations.get(i).prefix().equals(prefix)) {
                return declarations.get(i).vocabulary();
            }
        }
        if (prefix.isEmpty()) {
            return Vocabulary.RSS;
        }
        if (!prefix.equals("xml")) {
            problems.note("prefix " + prefix + " is not declared", tokens.position());
        }
        Vocabulary usual = Vocabulary.ofPrefix(prefix);
        return usual == null ? Vocabulary.OTHER : usual;
    }
}
