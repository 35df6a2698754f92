package dateline.ingest.extract;

import dateline.contract.Block.Kind;
import dateline.contract.Furniture.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the lines of a chosen body by their words: leaves out the headline again, dates, bylines, read-more lines and
 * lists of other stories, and says of others that they are captions, notes of the newsroom or the dateline.
 */
final class BodyLines {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    /** How many leaves may come before the first paragraph. */
    private static final int HEAD = 12;

    private final PageTree tree;
    private final Selection body;
    private final DateFinder dates;
    private final String titleKey;
    private final Hints hints;

    /** What some leaves are, where their markup does not say it. */
    final Map<Integer, Kind> kinds = new HashMap<>();

    BodyLines(PageTree tree, Selection body, DateFinder dates, String title, Hints hints) {
        this.tree = tree;
        this.body = body;
        this.dates = dates;
        this.titleKey = Clean.key(title);
        this.hints = hints;
    }

    void judge() {
        repeated();
        int first = firstProse();
        int seen = 0;
        for (int i = body.kept.nextSetBit(0); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            Leaf leaf = tree.leaves.get(i);
            boolean head = i < first && seen++ < HEAD;
            Reason reason = reason(leaf, head, seen);
            if (reason != null) {
                body.leaveOut(i, reason);
            } else if (EditorsNotes.isNote(leaf.text)) {
                kinds.put(i, Kind.EDITORS_NOTE);
            } else if (isCaption(leaf)) {
                kinds.put(i, Kind.CAPTION);
            } else if (isRelatedHeading(leaf)) {
                leaveOutList(i);
            }
        }
        tail();
    }

    private void repeated() {
        if (hints.repeated().isEmpty()) {
            return;
        }
        for (int i = body.kept.nextSetBit(0); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            if (hints.repeated().contains(OutletFurniture.fingerprint(tree.leaves.get(i).text))) {
                body.leaveOut(i, Reason.REPEATED);
            }
        }
    }

    private int firstProse() {
        for (int i = body.kept.nextSetBit(0); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            Leaf leaf = tree.leaves.get(i);
            if (leaf.length() >= 200 && leaf.linkDensity() < 0.5 || leaf.length() >= 40 && leaf.endsSentence()) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private @Nullable Reason reason(Leaf leaf, boolean head, int seen) {
        if (isCode(leaf)) {
            return null;
        }
        String text = leaf.text;
        String key = leaf.length() <= 400 ? Clean.key(text) : "";
        boolean heading = HEADINGS.contains(leaf.container.tag);
        if (!titleKey.isEmpty() && key.equals(titleKey) && (heading || head || seen <= 3)) {
            return Reason.OTHER;
        }
        Reason words = FurnitureLines.of(text);
        if (words == Reason.READ_MORE || words == Reason.APPEAL) {
            // A paragraph of the story may begin so too; the furniture is short or mostly a link.
            return leaf.length() <= 160 || leaf.linkDensity() > 0.3 ? words : null;
        }
        if (words != null) {
            return words;
        }
        if (head && leaf.length() <= 140 && (isDateLine(text) || Bylines.ofLine(text) != null)) {
            return Reason.OTHER;
        }
        return null;
    }

    private static boolean isCode(Leaf leaf) {
        return leaf.container.tag.equals("pre")
                || leaf.whole && (leaf.container.tag.equals("td") || leaf.container.tag.equals("th"));
    }

    private boolean isDateLine(String text) {
        int covered = 0;
        for (FoundDate date : dates.find(text, hints.language(), hints.seenAt(), false)) {
            covered += date.end() - date.start();
        }
        return covered * 2 > text.length();
    }

    private static boolean isCaption(Leaf leaf) {
        return !leaf.container.tag.startsWith("h") && leaf.length() <= 250 && FurnitureLines.isCredit(leaf.text);
    }

    private static boolean isRelatedHeading(Leaf leaf) {
        boolean standsOut = HEADINGS.contains(leaf.container.tag)
                || leaf.boldChars * 10 >= leaf.ink * 8
                || leaf.whole
                || leaf.text.endsWith(":");
        return standsOut && FurnitureLines.isRelatedHeading(leaf.text);
    }

    /** Leaves out a heading of other stories and the links, headlines and teasers below it, up to the next paragraph. */
    private void leaveOutList(int heading) {
        body.leaveOut(heading, Reason.RELATED_ARTICLES);
        for (int i = body.kept.nextSetBit(heading); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            Leaf leaf = tree.leaves.get(i);
            boolean prose = leaf.length() >= 80 && leaf.linkDensity() < 0.3 && leaf.endsSentence();
            if (prose || HEADINGS.contains(leaf.container.tag) && leaf.linkChars == 0) {
                return;
            }
            body.leaveOut(i, Reason.RELATED_ARTICLES);
        }
    }

    /** An article ends with a sentence: links, tags and labels after the last one are furniture. */
    private void tail() {
        if (firstProse() == Integer.MAX_VALUE) {
            return;
        }
        for (int i = body.kept.length() - 1; i >= 0; i = body.kept.previousSetBit(i - 1)) {
            Leaf leaf = tree.leaves.get(i);
            boolean link = leaf.linkDensity() > 0.75 && leaf.length() < 200 && !leaf.endsSentence();
            boolean heading = HEADINGS.contains(leaf.container.tag);
            if (isCode(leaf) || !link && !heading) {
                return;
            }
            body.leaveOut(i, link ? Reason.RELATED_ARTICLES : Reason.OTHER);
        }
    }
}
