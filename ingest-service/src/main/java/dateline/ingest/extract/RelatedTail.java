package dateline.ingest.extract;

import java.util.List;

/** Finds where a text stops being the story and becomes a list of other stories. */
final class RelatedTail {
    private RelatedTail() {}

    /** The index of the first line that is no longer the story; the number of lines if all are. */
    static int start(List<TextLine> lines) {
        int prose = 0;
        int all = 0;
        for (TextLine line : lines) {
            all += line.text().length();
        }
        int before = 0;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean headsList = FurnitureLines.isRelatedHeading(line.text()) && prose >= 2;
            if (headsList && (before * 10 >= all * 4 || looksLikeList(lines, i + 1))) {
                return withTeasersBefore(lines, i);
            }
            prose += line.isProse() ? 1 : 0;
            before += line.text().length();
        }
        return withTeasersBefore(lines, lines.size());
    }

    /** Whether what follows is mostly headlines, labels and cut teasers rather than paragraphs. */
    private static boolean looksLikeList(List<TextLine> lines, int from) {
        int listed = 0;
        int paragraphs = 0;
        for (TextLine line : lines.subList(Math.min(from, lines.size()), lines.size())) {
            if (line.isProse() && line.endsSentence()) {
                paragraphs++;
            } else {
                listed++;
            }
        }
        return listed > paragraphs * 2;
    }

    /**
     * Walks back over lines that only a list of teasers has: lone initials, labels, headlines, teasers cut mid-word. An
     * article ends with a sentence, so this stops at once where there is no such list.
     */
    private static int withTeasersBefore(List<TextLine> lines, int end) {
        int start = end;
        int initialsOrCuts = 0;
        int headlines = 0;
        int i = end - 1;
        while (i > 0) {
            TextLine line = lines.get(i);
            if (line.isLoneLetter()) {
                initialsOrCuts++;
            } else if (line.text().length() >= 100 && !line.endsSentence()) {
                initialsOrCuts++;
            } else if (line.text().length() < 150 && !line.endsSentence() && !TextLines.isListItem(line.text())) {
                headlines++;
            } else if (!(line.text().length() < 150 && FurnitureLines.isCredit(line.text()))) {
                break;
            }
            i--;
        }
        if (initialsOrCuts >= 1 && headlines >= 2 || headlines >= 4) {
            start = i + 1;
        }
        return start;
    }
}
