package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
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

    /** What templates in other languages, and some in English, call the line. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![a-z])(?:firma|firmante|auteurs?|autore|autori|verfasser|redakteur|redactor|writer|writers|journalist|"
                    + "journaliste|periodista|reporter|skribent|yazar|muhabir|muellif|signature|avtor)(?![a-z])");

    /** One of these is in every name that {@link #NAMED} matches. */
    private static final List<String> NAME_PARTS = List.of(
            "firma", "aut", "verf", "reda", "write", "journ", "period", "repo", "skrib", "yazar", "muha", "muel",
            "sign", "avtor");

    /** "Reporter" or "author" before a Chinese or Japanese name, or after a Korean one. */
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?:记者|記者|作者|撰文|撰稿|文)\\s?[:：/／丨|]?\\s?(?<after>[\\p{IsHan}]{2,4})(?![\\p{IsHan}])|(?<!\\p{IsHangul})(?<before>\\p{IsHangul}{2,4})\\s?기자");

    private static final Pattern PARTS = Pattern.compile("[|•·\\n]");

    private static final Evaluator NAMES = Selector.evaluatorOf("[itemprop=name],a");

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

    private final PageTree tree;
    private final Selection body;
    /** Whether names are those of a byline: pages repeat the same few over and over. */
    private final Map<String, Boolean> knownNames = new HashMap<>();

    PageBylines(PageTree tree, Selection body) {
        this.tree = tree;
        this.body = body;
    }

    List<String> find(PageElements page, DateFinder dates, Hints hints, Predicate<List<String>> isSite) {
        Element holder = null;
        List<String> best = List.of();
        List<String> persons = List.of();
        int nearest = Integer.MAX_VALUE;
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (Element element : page.attributed) {
            boolean named = isNamedByline(element);
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
                boolean shorter = inner && String.join(" ", persons).startsWith(String.join(" ", names));
                if (distance < nearest || shorter) {
                    persons = names;
                    nearest = distance;
                    holder = element;
                }
            } else {
                best = best.isEmpty() ? names : best;
            }
        }
        if (!persons.isEmpty()) {
            return persons;
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
        String text = Clean.shortText(element, 160);
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
        return Bylines.names(areNames ? linked : List.of(text));
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

    private boolean isNamedByline(Element element) {
        Attributes attributes = element.attributes();
        String classes = attributes.get("class");
        if (!classes.isEmpty() && element.hasClass("fn")
                || attributes.get("rel").contains("author")
                || attributes.get("itemprop").equals("author")) {
            return true;
        }
        String id = attributes.get("id");
        return !(classes.isEmpty() && id.isEmpty())
                && knownNames.computeIfAbsent(classes.trim() + ' ' + id, PageBylines::nameByline);
    }

    private static boolean mayBeNamed(String names) {
        for (String part : NAME_PARTS) {
            if (names.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean nameByline(String raw) {
        String names = raw.toLowerCase(Locale.ROOT);
        return names.length() > 3
                && (names.contains("byline")
                        || names.contains("author")
                        || names.contains("dateline")
                        || names.contains("writtenby")
                        || names.contains("p-author")
                        || names.contains("autor")
                        || mayBeNamed(names) && NAMED.matcher(names).find())
                && !names.contains("authors-list")
                && !names.contains("authority")
                && !names.contains("avatar")
                && !names.contains("bio");
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
        Matcher labelled = EAST_ASIAN.matcher(line);
        if (line.length() <= 80 && labelled.find()) {
            return List.of(labelled.group("after") != null ? labelled.group("after") : labelled.group("before"));
        }
        for (String part : PARTS.split(line)) {
            List<String> names = Bylines.ofLine(part.strip());
            if (names != null) {
                return names;
            }
        }
        return null;
    }
}
