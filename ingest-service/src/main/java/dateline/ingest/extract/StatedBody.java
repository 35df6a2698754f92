package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The full text as a page's JSON-LD states it, used as evidence: what of the page is in it belongs to the story, and
 * where the page shows too little of it, it is the story. Texts are compared by their runs of four words.
 */
final class StatedBody {
    private static final int RUN = 4;
    private static final int MIN_WORDS = 40;
    private static final Pattern MARKUP = Pattern.compile("<(?:p|br|div|h[1-6]|ul)\\b[^>]*>");

    private final List<String> paragraphs;
    private final Set<Integer> runs = new HashSet<>();
    private final int words;

    StatedBody(String articleBody) {
        this.paragraphs = paragraphs(articleBody);
        int[] all = words(String.join(" ", paragraphs));
        for (int i = 0; i + RUN <= all.length; i++) {
            runs.add(run(all, i));
        }
        this.words = all.length;
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
        int[] own = words(leaf.text);
        int possible = own.length - RUN + 1;
        if (possible < 1) {
            return new Match(own.length, 0);
        }
        int found = 0;
        for (int i = 0; i < possible; i++) {
            found += runs.contains(run(own, i)) ? 1 : 0;
        }
        return new Match(own.length, found / (double) possible);
    }

    private static int run(int[] words, int from) {
        int hash = 1;
        for (int i = from; i < from + RUN; i++) {
            hash = 31 * hash + words[i];
        }
        return hash;
    }

    /** A hash of each word, which is a run of letters and digits whatever their case. */
    private static int[] words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int[] words = new int[lower.length() / 2 + 1];
        int count = 0;
        int hash = 0;
        boolean inWord = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (isOfWord(c)) {
                hash = 31 * hash + c;
                inWord = true;
            } else if (inWord) {
                words[count++] = hash;
                hash = 0;
                inWord = false;
            }
        }
        if (inWord) {
            words[count++] = hash;
        }
        return Arrays.copyOf(words, count);
    }

    private static boolean isOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
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
        if (MARKUP.matcher(text).find()) {
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
