package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The full text as a page's JSON-LD states it, used as evidence: what of the page is in it belongs to the story, and
 * where the page shows too little of it, it is the story. Texts are compared by their runs of four words.
 */
final class StatedBody {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int RUN = 4;
    private static final int MIN_WORDS = 40;

    private final List<String> paragraphs;
    private final Set<Integer> runs = new HashSet<>();
    private final int words;

    StatedBody(String articleBody) {
        this.paragraphs = paragraphs(articleBody);
        int count = 0;
        List<String> all = new ArrayList<>();
        for (String paragraph : paragraphs) {
            all.addAll(words(paragraph));
        }
        for (int i = 0; i + RUN <= all.size(); i++) {
            runs.add(all.subList(i, i + RUN).hashCode());
        }
        count = all.size();
        this.words = count;
    }

    /** The text in paragraphs, if the page shows less than half of it; empty otherwise. */
    List<String> insteadOf(PageTree tree, Selection body) {
        if (words < MIN_WORDS) {
            return List.of();
        }
        int shown = 0;
        for (int i = body.kept.nextSetBit(0); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            Match match = match(tree.leaves.get(i));
            shown += (int) (match.share() * match.words());
        }
        return shown * 2 < words ? paragraphs : List.of();
    }

    /** Adds to a body the leaves that are in the stated text, and takes away what is not if the text is complete. */
    void refine(PageTree tree, Selection body) {
        if (words < MIN_WORDS) {
            return;
        }
        int chosen = 0;
        int chosenInText = 0;
        int onPage = 0;
        Match[] matches = new Match[tree.leaves.size()];
        for (Leaf leaf : tree.leaves) {
            Match match = match(leaf);
            matches[leaf.index] = match;
            int in = (int) (match.share() * match.words());
            onPage += in;
            if (body.kept.get(leaf.index)) {
                chosen += match.words();
                chosenInText += in;
            }
        }
        boolean onThePage = onPage >= words * 0.6;
        boolean complete = chosenInText >= chosen * 0.7 && chosenInText >= words * 0.7;
        for (Leaf leaf : tree.leaves) {
            Match match = matches[leaf.index];
            boolean kept = body.kept.get(leaf.index);
            if (!kept
                    && onThePage
                    && match.words() >= 8
                    && match.share() >= 0.8
                    && body.reasons[leaf.index] != Reason.COMMENTS
                    && !leaf.container.is(Marks.CAPTION)) {
                body.kept.set(leaf.index);
                body.reasons[leaf.index] = null;
            } else if (kept && complete && match.words() >= 8 && match.share() < 0.1) {
                body.leaveOut(leaf.index, Reason.OTHER);
            }
        }
    }

    /**
     * How much of a leaf is in the text.
     *
     * @param words how many words it has
     * @param share the share of its runs of words that the text has too
     */
    private record Match(int words, double share) {}

    private Match match(Leaf leaf) {
        List<String> own = words(leaf.text);
        int possible = own.size() - RUN + 1;
        if (possible < 1) {
            return new Match(own.size(), 0);
        }
        int found = 0;
        for (int i = 0; i < possible; i++) {
            found += runs.contains(own.subList(i, i + RUN).hashCode()) ? 1 : 0;
        }
        return new Match(own.size(), found / (double) possible);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<String> paragraphs(String articleBody) {
        String text = articleBody;
        if (text.contains("&lt;")
                || text.contains("&amp;")
                || text.contains("&nbsp;")
                || text.contains("&quot;")
                || text.contains("&#")) {
            text = org.jsoup.parser.Parser.unescapeEntities(text, false);
        }
        List<String> paragraphs = new ArrayList<>();
        if (text.matches("(?s).*<(?:p|br|div|h[1-6]|ul)\\b[^>]*>.*")) {
            for (Element block : Jsoup.parse(text.replaceAll("(?i)<br\\s*/?>", "\n"))
                    .body()
                    .select("p,li,h1,h2,h3,h4,h5,h6,blockquote,div,body")) {
                String own = block.children().isEmpty() || block.is("p,li,h1,h2,h3,h4,h5,h6")
                        ? block.wholeText()
                        : block.wholeOwnText();
                own.lines().map(Clean::line).filter(line -> !line.isEmpty()).forEach(paragraphs::add);
            }
        } else {
            text.lines().map(Clean::line).filter(line -> !line.isEmpty()).forEach(paragraphs::add);
        }
        return paragraphs;
    }
}
