package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a plain text into lines that are paragraphs, undoing hard wraps. */
final class TextLines {
    private static final Pattern LIST_ITEM = Pattern.compile("^(?:[-*•·▪●–]\\s+|\\d{1,2}[.)]\\s).*");

    private TextLines() {}

    static List<TextLine> of(String text) {
        List<TextLine> lines = new ArrayList<>();
        boolean blank = true;
        for (String raw :
                text.replace('\u2028', '\n').replace('\u2029', '\n').lines().toList()) {
            String line = Clean.line(raw);
            if (line.isEmpty()) {
                blank = true;
            } else {
                lines.add(new TextLine(raw, line, blank));
                blank = false;
            }
        }
        return isHardWrapped(lines) ? joined(lines) : lines;
    }

    static boolean isListItem(String line) {
        return LIST_ITEM.matcher(line).matches();
    }

    /** Mail and old wire services break lines at some 60 to 80 characters: most lines are that long and end mid-sentence. */
    private static boolean isHardWrapped(List<TextLine> lines) {
        int inner = 0;
        int wrapped = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i + 1).afterBlank()) {
                continue;
            }
            inner++;
            int length = lines.get(i).text().length();
            if (length >= 45 && length <= 100 && !lines.get(i).endsSentence()) {
                wrapped++;
            }
        }
        return inner >= 4 && wrapped * 10 >= inner * 6;
    }

    private static List<TextLine> joined(List<TextLine> lines) {
        List<TextLine> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean afterBlank = true;
        int last = 0;
        for (TextLine line : lines) {
            // An indented line, one after a blank, or one after a short last line starts a new paragraph.
            boolean starts = line.afterBlank()
                    || last < 40
                    || isListItem(line.text())
                    || line.raw().startsWith("   ")
                    || line.raw().startsWith("\t");
            if (starts && !paragraph.isEmpty()) {
                paragraphs.add(new TextLine(paragraph.toString(), Clean.line(paragraph.toString()), afterBlank));
                paragraph.setLength(0);
            }
            if (paragraph.isEmpty()) {
                afterBlank = line.afterBlank();
            } else {
                paragraph.append(' ');
            }
            paragraph.append(line.raw().strip());
            last = line.text().length();
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(new TextLine(paragraph.toString(), Clean.line(paragraph.toString()), afterBlank));
        }
        return paragraphs;
    }
}
