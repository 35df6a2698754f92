package dateline.ingest.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Picture captions and credits that were copied into a text, alone or glued to a paragraph. */
final class Captions {
    /** A caption whose credit was set apart by a run of spaces, as tables and floats leave it. */
    private static final Pattern SPACED_CREDIT =
            Pattern.compile("\\S[ \\u00a0\\t]{3,}(\\p{Lu}[\\p{L}\\p{M}.&/ -]{1,40})\\s*$");

    private static final Pattern ABOVE_IMAGE = Pattern.compile(
            "^(?:(?:the )?(?:above|below|featured|header|cover|top|main) (?:image|photo|picture|photograph|illustration)|(?:the )?(?:image|photo|picture|photograph) (?:above|below)|pictured(?: above| below| here)?|in (?:this|the) (?:photo|picture|image|file photo)|this (?:photo|picture|image) (?:shows|taken))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LICENCE = Pattern.compile(
            "[“\"«]?File:[^\\n]{0,300}$|[“\"][^“”\"]{3,200}[”\"] by [^.]{2,60} is licen[sc]ed under .{0,60}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING_CREDIT = Pattern.compile(
            "[\\s(\\[|/–—-]+(?:photo|image|picture|foto|фото|photo credit|image credit|credit|©)\\s?(?::|by|via|/|courtesy of)\\s?[^.!?]{2,60}[)\\].]?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The sentence after a caption's first that says whose the picture is. */
    private static final Pattern CREDIT_SENTENCE = Pattern.compile(
            "\\s*(?:courtesy|credit|photo|image|picture|source)\\b[^.!?]{2,80}(?:[.!?]|$)", Pattern.CASE_INSENSITIVE);

    private Captions() {}

    /**
     * A line parted in what is story and what is caption.
     *
     * @param before a caption that opens the line, if one does
     * @param story the rest; empty if the line is nothing but caption
     * @param after a caption that ends the line, if one does
     */
    record Parts(
            @Nullable String before, String story, @Nullable String after) {}

    static Parts part(String raw) {
        String line = raw.strip();
        String after = null;
        Matcher spaced = SPACED_CREDIT.matcher(line);
        if (line.length() < 4000 && spaced.find()) {
            int cut = captionStart(line, spaced.start(1));
            after = Clean.line(line.substring(cut));
            line = line.substring(0, cut).strip();
        }
        Matcher licence = LICENCE.matcher(line);
        if (after == null && licence.find()) {
            after = Clean.line(line.substring(licence.start()));
            line = line.substring(0, licence.start()).strip();
        }
        String before = null;
        if (ABOVE_IMAGE.matcher(line).find()) {
            int end = sentenceEnd(line, 0);
            Matcher credit = CREDIT_SENTENCE.matcher(line).region(end, line.length());
            end = credit.lookingAt() ? credit.end() : end;
            before = Clean.line(line.substring(0, end));
            line = line.substring(end).strip();
        }
        String story = Clean.line(line);
        if (before == null && after == null && FurnitureLines.isCredit(story) && story.length() <= 250) {
            return new Parts(null, "", story);
        }
        if (after == null && story.length() > 250) {
            Matcher trailing = TRAILING_CREDIT.matcher(story);
            trailing.region(Math.max(0, story.length() - 90), story.length());
            if (trailing.find()) {
                after = story.substring(trailing.start()).strip();
                story = story.substring(0, trailing.start()).strip();
            }
        }
        return new Parts(before, story, after);
    }

    /** Where the caption before a credit starts: after the last sentence that ends before it. */
    private static int captionStart(String line, int credit) {
        int i = credit - 1;
        while (i > 0 && line.charAt(i) <= ' ' || i > 0 && line.charAt(i) == '\u00a0') {
            i--;
        }
        // The caption's own full stop, if it has one, does not end the sentence before it.
        i--;
        for (; i >= 0; i--) {
            char c = line.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '…') {
                int next = i + 1;
                while (next < line.length() && "\"”’»)".indexOf(line.charAt(next)) >= 0) {
                    next++;
                }
                int letter = next;
                while (letter < line.length() && (line.charAt(letter) <= ' ' || line.charAt(letter) == '\u00a0')) {
                    letter++;
                }
                boolean abbreviation =
                        i > 1 && Character.isUpperCase(line.charAt(i - 1)) && !Character.isLetter(line.charAt(i - 2));
                if (letter < line.length() && Character.isUpperCase(line.codePointAt(letter)) && !abbreviation) {
                    return letter;
                }
            }
        }
        return 0;
    }

    private static int sentenceEnd(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (".!?".indexOf(line.charAt(i)) >= 0 && (i + 1 == line.length() || line.charAt(i + 1) <= ' ')) {
                return i + 1;
            }
        }
        return line.length();
    }
}
