package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts XML, or what was meant to be XML, into tags and text. Takes every input: what is no markup is text. Declarations
 * are skipped, so nothing they declare is ever expanded or loaded. Each character is looked at a bounded number of times.
 */
final class XmlTokenizer {
    private static final int MOST_ATTRIBUTES = 200;

    enum Token {
        START,
        END,
        TEXT,
        EOF
    }

    private final String text;
    private final Problems problems;
    private int position;
    private String name = "";
    private String content = "";
    private boolean selfClosing;
    private final List<String> attributes = new ArrayList<>();
    /** What was searched for in vain from some position on is not searched for again. */
    private boolean noComment;

    private boolean noCdata;
    private boolean noDeclaration;

    XmlTokenizer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Start of the next token, in characters. */
    int position() {
        return position;
    }

    /** The tag's name as written, after {@code START} and {@code END}. */
    String name() {
        return name;
    }

    /** The text with its references replaced, after {@code TEXT}. */
    String content() {
        return content;
    }

    /** Whether the tag was {@code <a/>}, after {@code START}. */
    boolean selfClosing() {
        return selfClosing;
    }

    /** Names and values by turns, after {@code START}. */
    List<String> attributes() {
        return attributes;
    }

    Token next() {
        while (position < text.length()) {
            if (!isMarkup(position)) {
                if (text.charAt(position) == '<') {
                    problems.note("bare <", position);
                }
                return text(position + 1);
            }
            char after = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
            if (isNameStart(after)) {
                return startTag();
            }
            if (after == '/') {
                return endTag();
            }
            if (text.startsWith("<![CDATA[", position)) {
                return cdata();
            }
            if (!skipDeclaration(after)) {
                return text(position + 1);
            }
        }
        return Token.EOF;
    }

    /** Whether something other than text begins here. */
    private boolean isMarkup(int at) {
        if (text.charAt(at) != '<' || at + 1 >= text.length()) {
            return false;
        }
        char after = text.charAt(at + 1);
        return isNameStart(after)
                || after == '/' && at + 2 < text.length() && isNameStart(text.charAt(at + 2))
                || after == '?' && !noDeclaration
                || after == '!'
                        && (text.startsWith("--", at + 2)
                                || text.startsWith("[CDATA[", at + 2)
                                || !noDeclaration && text.regionMatches(true, at + 2, "DOCTYPE", 0, 7));
    }

    private Token text(int searchFrom) {
        int end = text.indexOf('<', searchFrom);
        while (end >= 0 && !isMarkup(end)) {
            problems.note("bare <", end);
            end = text.indexOf('<', end + 1);
        }
        end = end < 0 ? text.length() : end;
        content = CharacterReferences.decode(text, position, end, problems);
        position = end;
        return Token.TEXT;
    }

    private Token cdata() {
        int start = position + "<![CDATA[".length();
        int end = noCdata ? -1 : text.indexOf("]]>", start);
        if (end < 0) {
            noCdata = true;
            problems.note("CDATA section without end", position);
            int tag = text.indexOf("</", start);
            end = tag < 0 ? text.length() : tag;
            position = end;
        } else {
            position = end + 3;
        }
        content = text.substring(start, end);
        return Token.TEXT;
    }

    /** Moves over a comment, instruction or document type; false if it is none. */
    private boolean skipDeclaration(char kind) {
        if (text.startsWith("<!--", position)) {
            int end = noComment ? -1 : text.indexOf("-->", position + 4);
            if (end < 0) {
                noComment = true;
                problems.note("comment without end", position);
                position += 4;
            } else {
                position = end + 3;
            }
            return true;
        }
        int end = noDeclaration ? -1 : kind == '?' ? instructionEnd() : doctypeEnd();
        if (end < 0) {
            noDeclaration = true;
            problems.note("declaration without end", position);
            return false;
        }
        position = end;
        return true;
    }

    private int instructionEnd() {
        int end = text.indexOf('>', position);
        return end < 0 ? -1 : end + 1;
    }

    private int doctypeEnd() {
        int depth = 0;
        char quote = 0;
        for (int i = position; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (depth > 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private Token endTag() {
        int start = position + 2;
        int end = nameEnd(start);
        name = text.substring(start, end);
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            end++;
        } else {
            problems.note("tag without >", position);
        }
        position = end;
        return Token.END;
    }

    private Token startTag() {
        int start = position;
        int i = nameEnd(start + 1);
        name = text.substring(start + 1, i);
        attributes.clear();
        selfClosing = false;
        while (true) {
            i = skipSpace(i);
            if (i >= text.length() || text.charAt(i) == '<') {
                problems.note(i >= text.length() ? "truncated" : "tag without >", start);
                break;
            }
            char c = text.charAt(i);
            if (c == '>') {
                i++;
                break;
            }
            if (c == '/' || c == '?') {
                selfClosing = i + 1 < text.length() && text.charAt(i + 1) == '>';
                i++;
            } else {
                i = attribute(i);
            }
        }
        position = i;
        return Token.START;
    }

    private int attribute(int start) {
        int end = start;
        while (end < text.length() && isAttributeName(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            return start + 1;
        }
        String key = text.substring(start, end);
        int i = skipSpace(end);
        if (i >= text.length() || text.charAt(i) != '=') {
            add(key, "");
            return end;
        }
        i = skipSpace(i + 1);
        if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
            int close = quoteEnd(i);
            add(key, CharacterReferences.decode(text, i + 1, close, problems));
            return close < text.length() && text.charAt(close) == text.charAt(i) ? close + 1 : close;
        }
        int close = i;
        while (close < text.length() && !isSpace(text.charAt(close)) && text.charAt(close) != '>') {
            if (text.charAt(close) == '/' && close + 1 < text.length() && text.charAt(close + 1) == '>') {
                break;
            }
            close++;
        }
        problems.note("attribute without quotes", start);
        add(key, CharacterReferences.decode(text, i, close, problems));
        return close;
    }

    /** The closing quote; or the tag's end where a quote was forgotten, since no value of a feed spans {@code ><}. */
    private int quoteEnd(int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '<' && text.charAt(i - 1) == '>') {
                problems.note("attribute without closing quote", open);
                int close = i - 1;
                return text.charAt(close - 1) == '/' ? close - 1 : close;
            }
        }
        problems.note("attribute without closing quote", open);
        return text.length();
    }

    private void add(String key, String value) {
        if (attributes.size() < 2 * MOST_ATTRIBUTES) {
            attributes.add(key);
            attributes.add(value);
        } else {
            problems.note("more than " + MOST_ATTRIBUTES + " attributes", position);
        }
    }

    private int nameEnd(int start) {
        int end = start;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127 && Character.isLetter(c);
    }

    private static boolean isName(char c) {
        return isNameStart(c) || c >= '0' && c <= '9' || c == ':' || c == '-' || c == '.';
    }

    private static boolean isAttributeName(char c) {
        return !isSpace(c) && c != '=' && c != '>' && c != '/' && c != '<' && c != '"' && c != '\'';
    }
}
