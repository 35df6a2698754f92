package dateline.enrich.topic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * English Wikinews articles with the media topics that {@code topics/wikinews-labels.tsv} gives them. The texts are read from
 * the CSV files of {@code vanatteveldt/wikinews} in the folder that the system property {@value #FOLDER} names.
 */
final class WikinewsArticles {
    static final String FOLDER = "dateline.wikinews";

    private WikinewsArticles() {}

    static List<Labelled> load(Path folder) throws IOException {
        Map<String, Set<String>> labels = new HashMap<>();
        try (var in = WikinewsArticles.class.getResourceAsStream("/topics/wikinews-labels.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> labels.put(row[0], Set.of(row[1].split(","))));
        }
        List<Labelled> articles = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                for (List<String> row : rows(Files.readString(file))) {
                    Set<String> gold = labels.get(row.get(0));
                    if (gold != null) {
                        articles.add(new Labelled(
                                row.get(0),
                                new TopicText(row.get(2), row.get(3), null, List.of(), null, "en"),
                                gold,
                                false));
                    }
                }
            }
        }
        return articles;
    }

    /** Rows of comma-separated values, quoted where they hold a comma, a quote or a line feed (RFC 4180). */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows.stream().filter(r -> r.size() == 4).toList();
    }
}
