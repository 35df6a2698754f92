package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import dateline.contract.Block;
import dateline.contract.Block.Kind;
import dateline.contract.Furniture;
import dateline.contract.Furniture.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article that came as plain text: a head of labels, date, byline, headline and captions in any order, the
 * story, and perhaps a list of other stories.
 */
final class TextArticle {
    private static final int MAX_TITLE = 250;
    /** How many lines may stand before the story. */
    private static final int MAX_HEAD = 25;

    /** A section's label has no more words. */
    private static final int SHORT_LABEL = 3;

    /** Blocks before which a dateline may come. */
    private static final int DATELINE_WITHIN = 20;

    /** Characters after which a list is continued in a block of its own: joining is linear only if lists are short. */
    private static final int LONGEST_LIST = 2_000;

    private static final Pattern PRESS = Pattern.compile(
            "(?i)(?:for immediate release|press (?:release|contact)|media (?:contact|enquir|inquir)|pressekontakt|pressemitteilung|contact presse|communiqué de presse|nota de prensa)");

    private static final Pattern ABOUT_SENDER = Pattern.compile(
            "(?:About|ABOUT|Über|À propos d[eu']|Acerca de|Sobre|Notes? to editors?|NOTES? TO EDITORS?)(?:\\s+\\p{L}|\\s*:?$)");

    private final TextPage page;
    private final DateFinder dates;
    private final Datelines datelines;
    private final @Nullable String language;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Furniture> furniture = new ArrayList<>();
    private final Set<String> bylines = new LinkedHashSet<>();
    private final Set<String> seenCaptions = new LinkedHashSet<>();
    private @Nullable String title;
    /** Whether the title is the story's first sentence, for want of a headline. */
    private boolean titleOfBody;

    private @Nullable String subtitle;
    private @Nullable String section;
    private @Nullable StatedDate published;
    private @Nullable StatedDate modified;
    private @Nullable Dateline dateline;
    private @Nullable StatedDate datelineDate;

    TextArticle(TextPage page, DateFinder dates) {
        this.page = page;
        this.dates = dates;
        this.datelines = new Datelines(dates);
        this.language = page.hints().language();
    }

    Extraction read() {
        List<TextLine> lines = TextLines.of(page.text());
        int tail = boilerplate(lines, RelatedTail.start(lines));
        List<TextLine> story = lines.subList(0, tail);
        int body = head(story);
        for (int i = body; i < story.size(); i++) {
            paragraph(story.get(i), i, story);
        }
        tail();
        for (TextLine line : lines.subList(tail, lines.size())) {
            leaveOut(Reason.RELATED_ARTICLES, line.text());
        }
        return result();
    }

    /** Where a press release stops telling news and starts telling who its sender is; {@code end} if it does not. */
    private static int boilerplate(List<TextLine> lines, int end) {
        boolean release = lines.stream()
                .anyMatch(line ->
                        line.text().length() <= 60 && PRESS.matcher(line.text()).lookingAt());
        for (int i = end / 2; release && i < end; i++) {
            TextLine line = lines.get(i);
            if (line.text().length() <= 80
                    && !line.endsSentence()
                    && ABOUT_SENDER.matcher(line.text()).lookingAt()) {
                return i;
            }
        }
        return end;
    }

    /** Takes from the story's end the author's name and what is said of the author. */
    private void tail() {
        int last = blocks.size() - 1;
        for (; last > 0; last--) {
            if (blocks.get(last).kind() == Kind.CAPTION) {
                continue;
            }
            String text = blocks.get(last).text();
            List<String> names = text.length() <= 60 ? Bylines.ofLine(text) : null;
            Kind kind = blocks.get(last).kind();
            if (kind != Kind.PARAGRAPH && kind != Kind.HEADING
                    || names == null && !BodyLines.isAboutAuthor(text, List.copyOf(bylines))) {
                return;
            }
            if (names != null && bylines.isEmpty()) {
                bylines.addAll(names);
            }
            blocks.remove(last);
            leaveOut(Reason.OTHER, text);
        }
    }

    /** Reads the head and gives the index of the story's first line. */
    private int head(List<TextLine> lines) {
        int end = 0;
        while (end < lines.size() && end < MAX_HEAD && !startsStory(lines.get(end))) {
            end++;
        }
        int titleAt = titleLine(lines, end);
        for (int i = 0; i < end; i++) {
            TextLine line = lines.get(i);
            if (i == titleAt) {
                title = line.text();
            } else {
                headLine(line, i, titleAt, lines);
            }
        }
        if (titleAt < 0 && page.hints().title() == null && end < lines.size()) {
            title = firstSentence(withoutDateline(lines.get(end).text()));
            titleOfBody = true;
        }
        return end;
    }

    private String withoutDateline(String text) {
        Datelines.Opening opening = datelines.at(text, language, page.hints().seenAt());
        return opening == null || opening.end() >= text.length()
                ? text
                : text.substring(opening.end()).strip();
    }

    private boolean startsStory(TextLine line) {
        if (FurnitureLines.of(line.text()) != null || line.raw().strip().length() < 30) {
            return false;
        }
        Captions.Parts parts = Captions.part(line.raw());
        if (parts.story().isEmpty() || parts.before() != null) {
            return false;
        }
        Datelines.Opening opening =
                datelines.at(line.text(), language, page.hints().seenAt());
        if (opening != null && opening.end() < line.text().length()) {
            return true;
        }
        return line.isProse()
                && !EditorsNotes.isNote(line.text())
                && (line.endsSentence() || line.text().length() > MAX_TITLE);
    }

    /** The line that is the headline: what the hint says, else the first line of the head that reads like one. */
    private int titleLine(List<TextLine> lines, int end) {
        String hint = page.hints().title();
        if (hint != null) {
            for (int i = 0; i < end; i++) {
                if (Clean.key(lines.get(i).text()).equals(Clean.key(hint))) {
                    return i;
                }
            }
            return -1;
        }
        int label = -1;
        for (int i = 0; i < end; i++) {
            TextLine line = lines.get(i);
            if (!couldBeTitle(line)) {
                continue;
            }
            if (!line.isLabel()) {
                int headline = line.words() <= SHORT_LABEL ? headlineAfter(lines, i, end) : -1;
                return headline < 0 ? i : headline;
            }
            label = label < 0 ? i : label;
        }
        return label;
    }

    /** The next line of the head that reads like a headline, and not like a standfirst or a name; -1 if none does. */
    private int headlineAfter(List<TextLine> lines, int label, int end) {
        for (int i = label + 1; i < end; i++) {
            TextLine line = lines.get(i);
            if (isDateLine(line.text()) || Bylines.ofLine(line.text()) != null) {
                return -1;
            }
            if (couldBeTitle(line) && line.words() > SHORT_LABEL) {
                boolean headline = line.words() <= 12 && !line.endsSentence();
                return headline ? i : -1;
            }
        }
        return -1;
    }

    private boolean couldBeTitle(TextLine line) {
        String text = line.text();
        return text.length() >= 4
                && text.length() <= MAX_TITLE
                && FurnitureLines.of(text) == null
                && !isMachineLabel(text)
                && !FurnitureLines.isCredit(text)
                && Captions.part(line.raw()).before() == null
                && (!EditorsNotes.isNote(text) || text.length() <= 70 && !line.endsSentence())
                && Bylines.ofLine(text) == null
                && !isDateLine(text)
                && !text.endsWith(":")
                && datelines.at(text, language, page.hints().seenAt()) == null;
    }

    /** What screen readers hear of pictures and buttons. */
    private static boolean isMachineLabel(String text) {
        return text.matches(
                "(?i)(?:media|site|company|main)?\\s?(?:logo|icon|avatar|image|photo|banner|placeholder|thumbnail|menu|search)|home|skip to (?:main )?content|toggle navigation|\\d+ min(?:ute)?s? read|\\d+ (?:views|просмотров)");
    }

    private boolean isDateLine(String text) {
        List<FoundDate> found = text.length() > 120
                ? List.of()
                : dates.find(text, language, page.hints().seenAt(), false);
        if (found.isEmpty()) {
            return false;
        }
        int covered = 0;
        for (FoundDate date : found) {
            covered += date.end() - date.start();
        }
        return covered * 2 > text.length()
                || covered * 4 > text.length()
                        && DateLabels.isLabelled(text, found.getFirst().start());
    }

    private void headLine(TextLine line, int index, int titleAt, List<TextLine> lines) {
        String text = line.text();
        Reason reason = FurnitureLines.of(text);
        if (reason != null || isMachineLabel(text)) {
            leaveOut(reason == null ? Reason.OTHER : reason, text);
        } else if (isDateLine(text) || isDatedByline(text)) {
            dateLine(text);
        } else if (EditorsNotes.isNote(text)) {
            blocks.add(new Block(Kind.EDITORS_NOTE, text));
        } else if (Bylines.ofLine(text) != null) {
            bylines.addAll(Bylines.names(List.of(text)));
        } else if (openingOf(text)) {
            return;
        } else {
            Captions.Parts parts = Captions.part(line.raw());
            if (parts.before() != null || parts.after() != null) {
                caption(parts.before());
                caption(parts.after());
                if (!parts.story().isEmpty()) {
                    blocks.add(new Block(Kind.PARAGRAPH, parts.story()));
                }
            } else if (index > titleAt && titleAt >= 0) {
                belowTitle(line, index, lines);
            } else {
                aboveTitle(line);
            }
        }
    }

    private boolean isDatedByline(String text) {
        return text.length() <= 140
                && Bylines.ofLine(text) != null
                && !dates.find(text, language, page.hints().seenAt(), false).isEmpty();
    }

    private void aboveTitle(TextLine line) {
        if (line.isLabel() && section == null) {
            section = line.text();
        }
        leaveOut(line.text().endsWith(":") ? Reason.APPEAL : Reason.NAVIGATION, line.text());
    }

    private void belowTitle(TextLine line, int index, List<TextLine> lines) {
        boolean besideDate = index > 0 && isDateLine(lines.get(index - 1).text())
                || index + 1 < lines.size() && isDateLine(lines.get(index + 1).text());
        if (Bylines.looksLikePerson(line.text())
                && (besideDate || line.words() <= 3)
                && !line.endsSentence()
                && bylines.isEmpty()) {
            bylines.addAll(Bylines.names(List.of(line.text())));
        } else if (line.words() >= 6 || line.endsSentence() && line.words() >= 4) {
            // A standfirst is read with the story, so it stays in the body as well.
            subtitle = subtitle == null ? line.text() : subtitle;
            blocks.add(new Block(Kind.PARAGRAPH, line.text()));
        } else if (line.isLabel()) {
            leaveOut(Reason.NAVIGATION, line.text());
        } else {
            blocks.add(new Block(Kind.HEADING, line.text()));
        }
    }

    private boolean openingOf(String text) {
        Datelines.Opening opening =
                dateline == null ? datelines.at(text, language, page.hints().seenAt()) : null;
        if (opening == null || opening.end() < text.length()) {
            return false;
        }
        open(opening, text);
        return true;
    }

    private void open(Datelines.Opening opening, String text) {
        dateline = opening.dateline();
        datelineDate = opening.date();
        blocks.add(new Block(Kind.DATELINE, text.substring(0, opening.end()).strip()));
    }

    private void dateLine(String text) {
        for (FoundDate found : dates.find(text, language, page.hints().seenAt(), false)) {
            StatedDate date = StatedDate.of(found, ArticleDate.Source.TEXT);
            if (date.date().at().isAfter(page.hints().seenAt().plus(Duration.ofDays(1)))) {
                continue;
            }
            if (DateLabels.isUpdate(text, found.start())) {
                modified = modified == null ? date : modified;
            } else if (published == null) {
                published = date;
            }
        }
        List<String> names = Bylines.ofLine(text);
        if (names != null) {
            bylines.addAll(names);
        }
        leaveOut(Reason.OTHER, text);
    }

    private void paragraph(TextLine line, int index, List<TextLine> lines) {
        String text = line.text();
        Reason reason = FurnitureLines.of(text);
        if (reason != null) {
            List<String> names = bylines.isEmpty() && text.length() <= 80 ? Bylines.ofLine(text) : null;
            if (names != null) {
                bylines.addAll(names);
            }
            leaveOut(reason, text);
            return;
        }
        if (EditorsNotes.isNote(text)) {
            blocks.add(new Block(Kind.EDITORS_NOTE, text));
            return;
        }
        if (text.length() <= 120 && isDateLine(text)) {
            dateLine(text);
            return;
        }
        Captions.Parts parts = Captions.part(line.raw());
        caption(parts.before());
        story(Asides.cut(parts.story(), furniture), line, index, lines);
        caption(parts.after());
    }

    private void story(String text, TextLine line, int index, List<TextLine> lines) {
        if (text.isEmpty() || title != null && !titleOfBody && Clean.key(text).equals(Clean.key(title))) {
            return;
        }
        Datelines.Opening opening = dateline == null && isEarly()
                ? datelines.at(text, language, page.hints().seenAt())
                : null;
        if (opening != null) {
            open(opening, text);
            String rest = text.substring(opening.end()).strip();
            if (!rest.isEmpty()) {
                blocks.add(new Block(Kind.PARAGRAPH, rest));
            }
        } else if (TextLines.isListItem(text)) {
            listItem(text, line.afterBlank());
        } else if (isHeading(line, index, lines)) {
            blocks.add(new Block(Kind.HEADING, text));
        } else if (line.isLoneLetter() || isMachineLabel(text)) {
            leaveOut(Reason.OTHER, text);
        } else {
            blocks.add(new Block(Kind.PARAGRAPH, text));
        }
    }

    /** Whether a dateline may still come: at most two paragraphs and a few other things stand before it. */
    private boolean isEarly() {
        return blocks.size() <= DATELINE_WITHIN
                && blocks.stream()
                                .filter(block -> block.kind() == Kind.PARAGRAPH)
                                .count()
                        <= 2;
    }

    private void listItem(String text, boolean afterBlank) {
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null
                && last.kind() == Kind.LIST
                && !afterBlank
                && last.text().length() < LONGEST_LIST) {
            blocks.set(blocks.size() - 1, new Block(Kind.LIST, last.text() + '\n' + text));
        } else {
            blocks.add(new Block(Kind.LIST, text));
        }
    }

    private static boolean isHeading(TextLine line, int index, List<TextLine> lines) {
        boolean short_ = line.text().length() <= 120 && !line.endsSentence() && line.words() <= 20;
        boolean beforeProse = index + 1 < lines.size()
                && lines.get(index + 1).text().length() > line.text().length();
        return short_ && beforeProse;
    }

    private void caption(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            if (seenCaptions.add(text)) {
                blocks.add(new Block(Kind.CAPTION, text));
            } else {
                leaveOut(Reason.PICTURE_CREDIT, text);
            }
        }
    }

    private void leaveOut(Reason reason, String text) {
        furniture.add(new Furniture(reason, text));
    }

    private static String firstSentence(String text) {
        int end = text.length();
        for (int i = 20; i < text.length(); i++) {
            if (".!?。".indexOf(text.charAt(i)) >= 0
                    && (i + 1 == text.length() || text.charAt(i + 1) == ' ' || text.charAt(i) == '。')) {
                end = i + 1;
                break;
            }
        }
        return end <= MAX_TITLE ? text.substring(0, end) : text.substring(0, MAX_TITLE);
    }

    private Extraction result() {
        Hints hints = page.hints();
        boolean submitted = hints.published() != null && hints.published().source() == ArticleDate.Source.SUBMITTED;
        StatedDate stated = published != null ? published : datelineDate;
        StatedDate best = stated != null ? stated : modified;
        ArticleDate date = submitted || best == null ? hints.published() : best.date();
        String headline = title != null ? title : hints.title() == null ? "" : hints.title();
        return new Extraction(
                headline,
                subtitle,
                bylines.isEmpty() ? hints.bylines() : List.copyOf(bylines),
                null,
                date,
                submitted || best == null ? null : best.offset(),
                modified == null ? null : modified.date(),
                language,
                page.url(),
                null,
                section,
                List.of(),
                dateline,
                blocks,
                furniture,
                List.of());
    }
}
