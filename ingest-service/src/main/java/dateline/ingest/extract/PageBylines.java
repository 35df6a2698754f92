package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote the story by the page's own elements and lines, for pages whose metadata do not say. */
final class PageBylines {
    /** How many leaves before and after the body's start may hold the line. */
    private static final int NEAR = 12;

    private static final int FAR = 100;

    private final PageTree tree;
    private final Selection body;

    PageBylines(PageTree tree, Selection body) {
        this.tree = tree;
        this.body = body;
    }

    List<String> find(Document page) {
        List<String> best = List.of();
        List<String> persons = List.of();
        int nearest = Integer.MAX_VALUE;
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (Element element : page.body().getAllElements()) {
            if (element.attributesSize() == 0 || !isNamedByline(element)) {
                continue;
            }
            Node box = tree.boxOf(element);
            if (box == null
                    || box.firstLeaf < start - FAR
                    || box.firstLeaf > body.kept.length() + NEAR
                    || box.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION | Marks.HIDDEN)) {
                continue;
            }
            List<String> names = named(element);
            int distance = Math.abs(start - box.firstLeaf);
            if (!names.isEmpty() && names.stream().allMatch(Bylines::looksLikePerson)) {
                if (distance < nearest) {
                    persons = names;
                    nearest = distance;
                }
            } else {
                best = best.isEmpty() ? names : best;
            }
        }
        if (!persons.isEmpty()) {
            return persons;
        }
        List<String> ofLines = ofLines();
        return ofLines.isEmpty() ? best : ofLines;
    }

    /** The names in a byline's element: those of its links if they are names, since roles stand beside them. */
    private static List<String> named(Element element) {
        String text = Clean.shortText(element, 160);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> linked = new ArrayList<>();
        for (Element name : element.select("[itemprop=name],a")) {
            String linkText = Clean.shortText(name, 60);
            if (name != element && Bylines.looksLikePerson(linkText) && !linked.contains(linkText)) {
                linked.add(linkText);
            }
        }
        int length = linked.stream().mapToInt(String::length).sum();
        boolean areNames = !linked.isEmpty() && linked.size() <= 5 && length * 5 >= text.length();
        return Bylines.names(areNames ? linked : List.of(text));
    }

    private static boolean isNamedByline(Element element) {
        if (element.hasClass("fn")
                || element.attr("rel").equals("author")
                || element.attr("itemprop").equals("author")) {
            return true;
        }
        String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return names.length() > 3
                && (names.contains("byline")
                        || names.contains("author")
                        || names.contains("dateline")
                        || names.contains("writtenby")
                        || names.contains("p-author")
                        || names.contains("autor"))
                && !names.contains("authors-list")
                && !names.contains("authority")
                && !names.contains("avatar")
                && !names.contains("bio");
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
        for (String part : line.split("[|•·\n]")) {
            List<String> names = Bylines.ofLine(part.strip());
            if (names != null) {
                return names;
            }
        }
        return null;
    }
}
