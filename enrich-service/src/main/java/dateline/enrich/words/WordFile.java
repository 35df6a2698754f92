package dateline.enrich.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads tab-separated files in UTF-8 from the class path; lines that begin with {@code #} are comments. */
public final class WordFile {
    private WordFile() {}

    /**
     * The rows of a file.
     *
     * @param name on the class path, such as {@code dates/words.tsv}
     * @throws IllegalStateException if it is missing or a row has not that many columns
     */
    public static List<List<String>> rows(String name, int columns) {
        try (InputStream in = WordFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
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
            throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
        }
        return row;
    }
}
