package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Who wrote the story by the page's own elements and lines, for pages whose metadata do not say. */
final class PageBylines {
    /** How many leaves before and after the body's start may hold the line. */
    private static final int NEAR = 12;

    private static final int FAR = 100;
    private static final Set<String> ITEM = Set.of("li");
    private static final int LONGEST_FOLDER = 14;
    /** An item of a list of authors is not longer than this. */
    private static final int LONGEST_ITEM = 90;

    private static final int LONGEST_LINE = 160;
    /** How far apart, in nodes, they stand in one line: with a comma or "and" between. */
    private static final int NEXT = 4;
    /** How many boxes up elements for two authors of one story may have a box in common. */
    private static final int LEVELS = 3;

    /** "Reporter" or "author" before a Chinese or Japanese name, or after a Korean one. */
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?:记者|記者|作者|撰文|撰稿|文)\\s?[:：/／丨|]?\\s?(?<after>[\\p{IsHan}]{2,4})(?![\\p{IsHan}])|(?<!\\p{IsHangul})(?<before>\\p{IsHangul}{2,4})\\s?기자");

    private static final char FIRST_IDEOGRAPH = 0x4e00;

    /** What parts a line with several things in it. */
    private static final String PARTERS = "|•·\n";

    private static final Pattern BARS = Pattern.compile("\\s*\\|[\\s|]*");

    private static final Evaluator NAMES =
            Selector.evaluatorOf("[itemprop=name],a,[class~=(?i)(?:^|[\\s_-]|author|byline)name(?:$|\\s)]");

    /** The folder of a site in which its authors have a page each. */
    private static final Set<String> PROFILES = Set.of(
            "author",
            "authors",
            "autor",
            "autores",
            "autoren",
            "auteur",
            "auteurs",
            "autori",
            "profile",
            "profiles",
            "contributor",
            "contributors",
            "journalist",
            "journalists",
            "reporter",
            "reporters",
            "writer",
            "writers",
            "columnist",
            "columnists",
            "redakteur",
            "people",
            "staff",
            "by",
            "yazar",
            "yazarlar",
            "avtor",
            "author-profile");

    /** An element and the persons it names. */
    private record Named(Element element, List<String> names) {}

    private final PageTree tree;
    private final Selection body;

    PageBylines(PageTree tree, Selection body) {
        this.tree = tree;
        this.body = body;
    }

    List<String> find(PageElements page, DateFinder dates, Hints hints, Predicate<List<String>> isSite) {
        Element holder = null;
        List<String> best = List.of();
        List<String> persons = List.of();
        List<Named> allPersons = new ArrayList<>();
        int nearest = Integer.MAX_VALUE;
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (PageElements.Entry entry : page.attributed) {
            Element element = entry.element;
            boolean named = isNamedByline(entry);
            if (!named && !isProfile(element)) {
                continue;
            }
            Node box = tree.boxOf(element);
            if (box == null
                    || box.firstLeaf < start - FAR
                    || box.firstLeaf > body.kept.length() + NEAR
                    || isListed(box)
                    || box.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION | Marks.HIDDEN)) {
                continue;
            }
            List<String> names = named(element);
            if (isSite.test(names)) {
                continue;
            }
            int distance = Math.abs(start - box.firstLeaf);
            if (!named && (distance > NEAR || !names.stream().allMatch(Bylines::looksLikePerson))) {
                continue;
            }
            if (!names.isEmpty() && names.stream().allMatch(Bylines::looksLikePerson)) {
                boolean inner = distance == nearest
                        && holder != null
                        && element.parents().contains(holder);
                boolean shorter = inner
                        && names.size() == persons.size()
                        && String.join(" ", persons).startsWith(String.join(" ", names));
                allPersons.add(new Named(element, names));
                if (distance < nearest || shorter) {
                    persons = names;
                    nearest = distance;
                    holder = element;
                }
            } else {
                best = best.isEmpty() ? names : best;
            }
        }
        if (holder != null) {
            return withThoseBeside(holder, persons, allPersons);
        }
        List<String> ofLines = ofLines();
        if (!ofLines.isEmpty()) {
            return ofLines;
        }
        if (!best.isEmpty()) {
            return best;
        }
        List<String> beforeDate = beforeDate(dates, hints);
        return beforeDate.isEmpty() ? aboveRole() : beforeDate;
    }

    /** The names of an element with those of others just like it in the same line or short box, in the page's order. */
    private static List<String> withThoseBeside(Element holder, List<String> own, List<Named> all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Named other : all) {
            if (other.element == holder) {
                own.forEach(name -> names.putIfAbsent(Clean.key(name), name));
            } else if (isAlike(other.element, holder) && standsBeside(other.element, holder)) {
                other.names.forEach(name -> names.putIfAbsent(Clean.key(name), name));
            }
        }
        return List.copyOf(names.values());
    }

    private static boolean isAlike(Element one, Element other) {
        return one.normalName().equals(other.normalName())
                && one.className().equals(other.className())
                && one.attr("rel").equals(other.attr("rel"))
                && one.attr("itemprop").equals(other.attr("itemprop"));
    }

    private static boolean standsBeside(Element one, Element other) {
        Element up = other.parent();
        if (one.parent() == up && Math.abs(one.siblingIndex() - other.siblingIndex()) <= NEXT) {
            return true;
        }
        for (int level = 0; up != null && level < LEVELS; level++, up = up.parent()) {
            if (one.parents().contains(up)) {
                return !Clean.shortText(up, LONGEST_LINE).isEmpty();
            }
        }
        return false;
    }

    /** A name alone above a newsroom's role, "Health correspondent", shortly before or after the story. */
    private List<String> aboveRole() {
        int start = Math.max(0, body.kept.nextSetBit(0));
        int end = Math.max(start, body.kept.length());
        for (int i = Math.max(0, start - NEAR); i + 1 < Math.min(tree.leaves.size(), end + NEAR); i++) {
            Leaf name = tree.leaves.get(i);
            Leaf role = tree.leaves.get(i + 1);
            boolean inStory = i >= start + 3 && i < end - 2;
            if (!inStory
                    && name.length() <= 40
                    && role.length() <= 60
                    && Bylines.looksLikePerson(name.text)
                    && Bylines.isRole(role.text)
                    && !name.container.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION)) {
                return Bylines.names(List.of(name.text));
            }
        }
        return List.of();
    }

    /** The names in a byline's element: those of its links if they are names, since roles stand beside them. */
    private static List<String> named(Element element) {
        String text = Clean.shortText(element, LONGEST_LINE);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> linked = new ArrayList<>();
        for (Element name : element.select(NAMES)) {
            String linkText = Clean.shortText(name, 60);
            if (name != element && Bylines.looksLikePerson(linkText) && !linked.contains(linkText)) {
                linked.add(linkText);
            }
        }
        int length = linked.stream().mapToInt(String::length).sum();
        boolean areNames = !linked.isEmpty() && linked.size() <= 5 && length * 5 >= text.length();
        if (!areNames) {
            return Bylines.names(List.of(lines(element)));
        }
        linked.addAll(Bylines.companions(text));
        return Bylines.names(linked);
    }

    /** The text of an element with a bar between its lines. */
    private static String lines(Element element) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(org.jsoup.nodes.Node node, int depth) {
                        if (node instanceof TextNode part) {
                            text.append(part.getWholeText());
                        } else {
                            text.append(endsLine(node) ? '|' : ' ');
                        }
                    }

                    @Override
                    public void tail(org.jsoup.nodes.Node node, int depth) {
                        text.append(endsLine(node) ? "|" : "");
                    }
                },
                element);
        String lines = BARS.matcher(Clean.line(text.toString())).replaceAll(" | ");
        int start = lines.startsWith(" | ") ? 3 : 0;
        int end = lines.length() - (lines.endsWith(" | ") ? 3 : 0);
        return start < end ? lines.substring(start, end) : "";
    }

    private static boolean endsLine(org.jsoup.nodes.Node node) {
        return node instanceof Element element
                && (element.normalName().equals("br") || PageTree.BLOCKS.contains(element.normalName()));
    }

    /** Whether it stands in an item of a list of stories. */
    private boolean isListed(Node box) {
        Node item = box.closest(ITEM);
        int length = 0;
        for (int i = item == null ? 0 : item.firstLeaf;
                item != null && i < item.endLeaf && length <= LONGEST_ITEM;
                i++) {
            length += tree.leaves.get(i).length();
        }
        return length > LONGEST_ITEM;
    }

    private static boolean isProfile(Element element) {
        return element.normalName().equals("a") && isProfile(element.attr("href"));
    }

    private static boolean isProfile(String address) {
        int slash = address.indexOf('/');
        while (slash >= 0) {
            int next = address.indexOf('/', slash + 1);
            int length = next - slash - 1;
            if (length >= 2
                    && length <= LONGEST_FOLDER
                    && next + 1 < address.length()
                    && address.charAt(next + 1) != '/'
                    && PROFILES.contains(address.substring(slash + 1, next).toLowerCase(Locale.ROOT))) {
                return true;
            }
            slash = next;
        }
        return false;
    }

    private static boolean isNamedByline(PageElements.Entry entry) {
        int marks = entry.marks();
        if ((marks & Marks.BYLINE_NAME) != 0 && (marks & Marks.NO_BYLINE_NAME) == 0
                || (marks & Marks.CARDS_NAME) != 0) {
            return true;
        }
        Attributes attributes = entry.element.attributes();
        return attributes.get("rel").contains("author")
                || attributes.get("itemprop").equals("author");
    }

    /** The name that stands before the date in the line below the headline, without any "By". */
    private List<String> beforeDate(DateFinder dates, Hints hints) {
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (int i = Math.max(0, start - NEAR); i < Math.min(tree.leaves.size(), start + 3); i++) {
            Leaf leaf = tree.leaves.get(i);
            if (leaf.length() > 100
                    || leaf.length() < 12
                    || leaf.container.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION)) {
                continue;
            }
            List<FoundDate> found = dates.find(leaf.text, hints.language(), hints.seenAt(), false);
            if (found.isEmpty() || found.getFirst().precision().ordinal() > ArticleDate.Precision.DAY.ordinal()) {
                continue;
            }
            String before = leaf.text.substring(0, found.getFirst().start()).replaceAll("[\\s,|•·–—-]+$", "");
            int words = TextLine.words(before);
            List<String> names = words >= 2 && words <= 3 && Bylines.looksLikePerson(before)
                    ? Bylines.names(List.of(before))
                    : List.of();
            if (!names.isEmpty()
                    && !DateLabels.isLabelled(leaf.text, found.getFirst().start())) {
                return names;
            }
        }
        return List.of();
    }

    private List<String> ofLines() {
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (int i = Math.max(0, start - NEAR); i < Math.min(tree.leaves.size(), start + NEAR); i++) {
            Leaf leaf = tree.leaves.get(i);
            List<String> names = ofParts(leaf.text);
            if (names != null && !leaf.container.within(Marks.COMMENTS | Marks.RELATED)) {
                return names;
            }
        }
        return List.of();
    }

    /** A byline that is a line, or a part of one beside the date or section. */
    private static @Nullable List<String> ofParts(String line) {
        if (line.length() > 200) {
            return null;
        }
        if (line.length() <= 80 && isEastAsian(line)) {
            Matcher labelled = EAST_ASIAN.matcher(line);
            if (labelled.find()) {
                return List.of(labelled.group("after") != null ? labelled.group("after") : labelled.group("before"));
            }
        }
        int start = 0;
        for (int end = 0; end <= line.length(); end++) {
            if (end == line.length() || PARTERS.indexOf(line.charAt(end)) >= 0) {
                List<String> names = Bylines.ofLine(line.substring(start, end).strip());
                if (names != null) {
                    return names;
                }
                start = end + 1;
            }
        }
        return null;
    }

    /** Whether a character may be one of the words for a reporter that {@link #EAST_ASIAN} looks for. */
    private static boolean isEastAsian(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= FIRST_IDEOGRAPH) {
                return true;
            }
        }
        return false;
    }
}
