package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a table with a heading; cells may be quoted (RFC 4180), a line break within quotes is not supported. */
final class Csv {
    private Csv() {}

    /** The rows by heading; rows that are too short or too long are left out. */
    static List<Map<String, String>> read(Path file, char separator) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> heading = List.of();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = cells(line, separator);
            if (heading.isEmpty()) {
                heading = cells;
            } else if (cells.size() == heading.size()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(heading.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
