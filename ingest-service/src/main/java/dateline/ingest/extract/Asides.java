package dateline.ingest.extract;

import dateline.contract.Furniture;
import dateline.contract.Furniture.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Furniture inside a paragraph of the story: a sentence that asks for money between two that tell the news, a read-more
 * in brackets or at the end, an agency's end mark. Sentences with quotation marks are left alone.
 */
final class Asides {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST = 3_000;
    /** An agency's mark with its brackets, full stop and line feed. */
    private static final int LONGEST_MARK = 14;

    private static final int LONGEST_LINK = 160;
    private static final Phrases APPEAL = new Phrases(
            "\\b(?:(?:please )?consider (?:becoming|supporting|donating|subscribing|joining|making)\\b|by becoming an? (?:\\S+ )?(?:member|supporter|subscriber|patron)"
                    + "|become an? (?:\\S+ ){0,2}(?:member|supporter|subscriber|patron)(?: (?:today|now|of|here|and|to)\\b|[.!]|$)|(?:please )?support (?:our|independent) (?:\\S+ ){0,2}(?:journalism|reporting|work)|sign up (?:for|to) our\\b"
                    + "|subscribe to (?:our|the \\S+ newsletter)|join (?:our|us on) (?:\\S+ ){0,2}(?:telegram|whatsapp|facebook|channel|newsletter|community|patreon)|follow us on|make a donation|donate (?:now|today|here)"
                    + "|подпи(?:шитесь|сывайтесь) на наш|поддержите (?:нас|нашу|редакцию)|abonnieren sie unseren|abonnez-vous à|suscríbete a nuestr|assine (?:a )?nossa|iscriviti alla nostra|abone olun)");

    /** What a sentence beside an appeal belongs to it by: it speaks of reader and newsroom. */
    private static final Pattern OF_US =
            Pattern.compile("\\b(?:we|our|us|you|your|journalism|journalists|newsroom|readers?|membership)\\b", FLAGS);

    private static final Pattern BRACKETED = Pattern.compile(
            "\\s*[\\[(](?:read (?:more|also|next|on [^\\])]{2,30})|also read|see also|related|watch|listen)\\s*[:：–—-][^\\])]{3,200}[\\])]",
            FLAGS);
    private static final Pattern END_MARK = Pattern.compile("(?<=[.!?”\"])\\s*\\(?(?:enditem|ends)\\)?\\.?$", FLAGS);
    private static final String END_MARKS = ".!?…。";
    private static final String CLOSING = "”\"’)";
    private static final String QUOTES = "“”«»\"„";

    private Asides() {}

    /** A paragraph without its asides, which are added to the furniture; empty if it was nothing else. */
    static String cut(String paragraph, List<Furniture> furniture) {
        if (paragraph.length() > LONGEST) {
            return paragraph;
        }
        boolean marked = (paragraph.endsWith("item")
                        || paragraph.endsWith(")")
                        || paragraph.regionMatches(true, paragraph.length() - 4, "ends", 0, 4))
                && paragraph
                        .substring(Math.max(0, paragraph.length() - LONGEST_MARK))
                        .toLowerCase(Locale.ROOT)
                        .contains("end");
        String text = marked ? END_MARK.matcher(paragraph).replaceFirst("") : paragraph;
        if (mayBeBracketed(text)) {
            Matcher bracketed = BRACKETED.matcher(text);
            if (bracketed.find()) {
                furniture.add(new Furniture(Reason.READ_MORE, bracketed.group().strip()));
                text = bracketed.replaceFirst("").strip();
            }
        }
        // Few paragraphs have a word of an appeal, or a colon near their end: most are passed over cheaply.
        int colon = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
        return APPEAL.in(text) || colon > 0 && colon >= text.length() - LONGEST_LINK
                ? sentences(text, furniture)
                : text;
    }

    /** Whether a bracket opens with a letter with which one of the bracketed asides starts. */
    private static boolean mayBeBracketed(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '[' || c == '(') && "rRaAsSwWlLſ".indexOf(text.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String sentences(String text, List<Furniture> furniture) {
        List<String> sentences = split(text);
        for (int i = 1; i < sentences.size(); i++) {
            String rest = String.join(" ", sentences.subList(i, sentences.size()));
            if (rest.length() <= LONGEST_LINK && FurnitureLines.of(rest) == Reason.READ_MORE) {
                furniture.add(new Furniture(Reason.READ_MORE, rest));
                sentences = new ArrayList<>(sentences.subList(0, i));
            }
        }
        boolean appeals = sentences.stream().anyMatch(Asides::isAppeal);
        if (appeals) {
            sentences.removeIf(sentence -> {
                boolean appeal = isAppeal(sentence)
                        || !isQuoted(sentence) && OF_US.matcher(sentence).find();
                if (appeal) {
                    furniture.add(new Furniture(Reason.APPEAL, sentence));
                }
                return appeal;
            });
        }
        return String.join(" ", sentences);
    }

    /** Parts a text at the white space after an end mark, with or without a closing quote, and before no small letter. */
    private static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) || !endsSentence(text, i)) {
                continue;
            }
            int next = i + 1;
            while (next < text.length() && isSpace(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && !isSmall(text.codePointAt(next))) {
                sentences.add(text.substring(start, i));
                start = next;
            }
            i = next - 1;
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    private static boolean endsSentence(String text, int end) {
        char last = text.charAt(end - 1);
        return END_MARKS.indexOf(last) >= 0
                || end > 1 && CLOSING.indexOf(last) >= 0 && END_MARKS.indexOf(text.charAt(end - 2)) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isSmall(int point) {
        return Character.getType(point) == Character.LOWERCASE_LETTER;
    }

    private static boolean isAppeal(String sentence) {
        return sentence.length() <= 400 && !isQuoted(sentence) && APPEAL.in(sentence);
    }

    private static boolean isQuoted(String sentence) {
        return containsAny(sentence, QUOTES);
    }

    private static boolean containsAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
