package dateline.enrich.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tab-separated files under {@code topics/}; lines that begin with {@code #} are comments. */
final class TopicResource {
    private TopicResource() {}

    static List<List<String>> rows(String name, int columns) {
        try (InputStream in = TopicResource.class.getResourceAsStream("/topics/" + name)) {
            if (in == null) {
                throw new IllegalStateException("topics/" + name + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String name, String line, int columns) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
            throw new IllegalStateException("topics/" + name + ": not " + columns + " columns: " + line);
        }
        return row;
    }
}
