package dateline.query.export;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of CSV, by RFC 4180. What a spreadsheet would take for a formula is made text by an apostrophe before it, unless
 * the reader is known to be no spreadsheet; source: OWASP, "CSV Injection". Numbers stay numbers.
 *
 * @param formulas whether what looks like a formula is left as it is
 */
record Csv(boolean formulas) {
    /** The full-width forms of =, +, - and @ count in some spreadsheets, too. */
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");

    /** A line with its end. */
    String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            append(line, cell);
        }
        return line.append("\r\n").toString();
    }

    private void append(StringBuilder line, String cell) {
        boolean dangerous = !formulas
                && FORMULA.matcher(cell).matches()
                && !NUMBER.matcher(cell).matches();
        // The first column of an empty line would be no column at all.
        if (!dangerous && !cell.isEmpty() && isPlain(cell)) {
            line.append(cell);
            return;
        }
        line.append('"');
        if (dangerous) {
            line.append('\'');
        }
        line.append(cell.replace("\"", "\"\"")).append('"');
    }

    private static boolean isPlain(String cell) {
        return cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && cell.strip().length() == cell.length();
    }
}
