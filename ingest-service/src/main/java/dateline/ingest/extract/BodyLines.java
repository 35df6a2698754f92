package dateline.ingest.extract;

import dateline.contract.Block.Kind;
import dateline.contract.Furniture.Reason;
import dateline.ingest.date.MonthNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the lines of a chosen body by their words: leaves out the headline again, dates, bylines, read-more lines and
 * lists of other stories, and says of others that they are captions, notes of the newsroom or the dateline.
 */
final class BodyLines {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern ABOUT = Pattern.compile(
            ",? (?:is (?:an? |the |our )?(?:\\S+ ){0,4}(?:reporter|writer|journalist|editor|correspondent|columnist|contributor|"
                    + "author|producer|photographer|professor|fellow|director|analyst|researcher|critic|host|freelance)|covers |"
                    + "writes |reports |has (?:covered|written|reported|been)|can be reached|joined |ist (?:\\S+ ){0,3}(?:redakteur|"
                    + "reporter|journalist|autor|korrespondent)|est (?:\\S+ ){0,2}journaliste|es (?:\\S+ ){0,2}periodista)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_ALONE = Pattern.compile(
            "\\d{1,2}[.:h]\\d{2}(?:[.:]\\d{2})?(?:\\s?(?:am|pm|uhr|h|gmt|bst|e[sd]?t|p[sd]?t|ces?t|utc|msk|ist))?",
            Pattern.CASE_INSENSITIVE);

    /** In headings, and below quotations and posts, a date is part of the story. */
    private static final Set<String> NO_LINE =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li", "table", "pre");

    /** How many leaves may come before the first paragraph. */
    private static final int HEAD = 12;

    private final PageTree tree;
    private final Selection body;
    private final DateFinder dates;
    private final String titleKey;
    private final int headline;
    private final List<String> bylines;
    private final String bylineKey;
    private final Hints hints;

    /** What some leaves are, where their markup does not say it. */
    final Map<Integer, Kind> kinds = new HashMap<>();

    BodyLines(PageTree tree, Selection body, DateFinder dates, String title, List<String> bylines, Hints hints) {
        this.tree = tree;
        this.body = body;
        this.dates = dates;
        this.titleKey = Clean.key(title);
        this.headline = Headline.find(tree, title);
        this.bylines = bylines;
        this.bylineKey = Clean.key(String.join(" ", bylines));
        this.hints = hints;
    }

    void judge() {
        repeated();
        int first = firstProse();
        int seen = 0;
        Reason last = null;
        for (int i = body.kept.nextSetBit(0); i >= 0; i = body.kept.nextSetBit(i + 1)) {
            Leaf leaf = tree.leaves.get(i);
            seen++;
            boolean head = i < first && seen <= HEAD;
            Reason reason = reason(leaf, head, seen);
            if (reason == null && last == Reason.APPEAL && leaf.linkDensity() > 0.9 && leaf.length() <= 40) {
                reason = Reason.APPEAL;
            }
            last = reason;
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
            boolean line = head && leaf.length() <= 100 && !leaf.container.tag.equals("pre");
            return line && isDateLine(leaf) ? Reason.OTHER : null;
        }
        String text = leaf.text;
        boolean heading = HEADINGS.contains(leaf.container.tag);
        boolean top = head || seen <= HEAD;
        boolean mayBeTitle = !titleKey.isEmpty() && (heading || head || seen <= 3);
        if (mayBeTitle
                && (leaf.length() <= 400 && Clean.hasKey(text, titleKey) || heading && Headline.says(text, titleKey))) {
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
        if (isLoneLink(leaf)) {
            return Reason.READ_MORE;
        }
        if (leaf.index < headline && leaf.length() < 80 && !leaf.endsSentence() && !heading) {
            return Reason.OTHER;
        }
        if (leaf.length() <= 12 && TIME_ALONE.matcher(text).matches()) {
            return Reason.OTHER;
        }
        if (DateLabels.isAboutEntry(text) && hasDate(text)) {
            return Reason.OTHER;
        }
        if (head && leaf.length() <= 12 && isPartOfDate(text)) {
            return Reason.OTHER;
        }
        if (top && leaf.length() <= 200 && (isDateLine(leaf) || isByline(leaf, Clean.key(text)))) {
            return Reason.OTHER;
        }
        return null;
    }

    /** A paragraph that is one link in brackets: another story's headline. */
    private static boolean isLoneLink(Leaf leaf) {
        return leaf.length() <= 200
                && leaf.linkDensity() > 0.8
                && leaf.text.indexOf(' ') > 0
                && leaf.text.split(" ").length >= 5
                && (leaf.text.startsWith("[") && leaf.text.endsWith("]")
                        || leaf.text.startsWith("(") && leaf.text.endsWith(")"));
    }

    /** A line with its "By", or the authors' names with little besides: a role, a date, a reading time. */
    private boolean isByline(Leaf leaf, String key) {
        boolean names = bylineKey.length() >= 5 && key.startsWith(bylineKey) && !leaf.endsSentence();
        boolean alone = key.length() <= bylineKey.length() + 12;
        return names && (alone || hasDate(leaf.text))
                || isLabelled(leaf, key)
                || leaf.length() <= 140 && Bylines.ofLine(leaf.text) != null
                || leaf.length() <= 140 && isBylineAndRole(leaf.text)
                || Bylines.startsLikeByline(leaf.text.substring(0, Math.min(100, leaf.length())))
                        && hasDate(leaf.text)
                        && !leaf.endsSentence();
    }

    /** The authors' names after what kind of text it is, "Eine Analyse von Jane Doe". */
    private boolean isLabelled(Leaf leaf, String key) {
        return bylineKey.length() >= 5
                && key.length() <= bylineKey.length() + 30
                && key.endsWith(bylineKey)
                && !leaf.endsSentence()
                && !Bylines.withoutBy(leaf.text).equals(leaf.text);
    }

    /** "By Jane Doe" with a role in the next line of the same paragraph. */
    private static boolean isBylineAndRole(String text) {
        int end = text.indexOf('\n');
        return end > 0 && Bylines.ofLine(text.substring(0, end)) != null && Bylines.isRole(text.substring(end + 1));
    }

    private boolean hasDate(String text) {
        return !dates.find(text, hints.language(), hints.seenAt(), false).isEmpty();
    }

    private static boolean isCode(Leaf leaf) {
        return leaf.container.tag.equals("pre")
                || leaf.whole && (leaf.container.tag.equals("td") || leaf.container.tag.equals("th"));
    }

    /** A last line that says who the author is, or how to write to them. */
    static boolean isAboutAuthor(String text, List<String> bylines) {
        if (text.length() > 350) {
            return false;
        }
        return bylines.stream()
                .filter(text::startsWith)
                .anyMatch(name -> text.length() <= name.length() + 40 && text.indexOf('@') > 0
                        || ABOUT.matcher(text)
                                .region(name.length(), text.length())
                                .lookingAt());
    }

    /** A day, month or year alone: templates set the three in boxes of their own. */
    private static boolean isPartOfDate(String text) {
        return text.chars().allMatch(Character::isDigit)
                || MonthNames.month(text.replace(".", "")).isPresent();
    }

    /** A line that is mostly a date, or a short one with a date and no sentence: source, place, reading time. */
    private boolean isDateLine(Leaf leaf) {
        int covered = 0;
        for (FoundDate date : dates.find(leaf.text, hints.language(), hints.seenAt(), false)) {
            covered += date.end() - date.start();
        }
        if (covered == 0 && leaf.length() <= 40) {
            for (FoundDate date : dates.find(leaf.text, hints.language(), hints.seenAt(), true)) {
                covered += date.end() - date.start();
            }
            return covered * 10 > leaf.length() * 7;
        }
        boolean line = leaf.length() <= 100 && !leaf.endsSentence() && leaf.container.closest(NO_LINE) == null;
        return covered * 2 > leaf.length() || line && covered * 3 > leaf.length();
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
            boolean several = leaf.text.indexOf('\n') > 0;
            boolean link = leaf.linkDensity() > (several ? 0.5 : 0.75)
                    && leaf.length() < (several ? 400 : 200)
                    && !leaf.endsSentence();
            boolean heading = HEADINGS.contains(leaf.container.tag);
            boolean appeal = FurnitureLines.isAppealAtEnd(leaf.text);
            boolean update = leaf.length() <= 120 && hasDate(leaf.text) && isDateLine(leaf);
            if (isCode(leaf) && !update
                    || !link && !heading && !appeal && !update && !isAboutAuthor(leaf.text, bylines)) {
                return;
            }
            body.leaveOut(i, link ? Reason.RELATED_ARTICLES : appeal ? Reason.APPEAL : Reason.OTHER);
        }
    }
}
