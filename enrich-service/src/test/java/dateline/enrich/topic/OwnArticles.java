package dateline.enrich.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Articles of our own: those of one file are only learned from, those of the other only measured with. */
final class OwnArticles {
    private OwnArticles() {}

    static List<Labelled> toLearnFrom() {
        return load("training-articles.txt");
    }

    static List<Labelled> toMeasure() {
        return load("measured-articles.txt");
    }

    private static List<Labelled> load(String name) {
        try (var in = OwnArticles.class.getResourceAsStream("/topics/" + name)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a text of the same form. */
    static List<Labelled> read(String file) {
        List<Labelled> articles = new ArrayList<>();
        for (String part : file.substring(file.indexOf("====\n") + 5).split("====\n")) {
            int blank = part.indexOf("\n\n");
            Map<String, String> head = new HashMap<>();
            part.substring(0, blank)
                    .lines()
                    .map(line -> line.split(": ", 2))
                    .forEach(pair -> head.put(pair[0], pair[1]));
            String title = Objects.requireNonNull(head.get("Title"), "Title");
            articles.add(new Labelled(
                    title,
                    new TopicText(
                            title,
                            part.substring(blank + 2).strip(),
                            head.get("Section"),
                            List.of(),
                            null,
                            head.getOrDefault("Language", "en")),
                    Set.of(Objects.requireNonNull(head.get("Topics"), title).split(", ")),
                    false));
        }
        return articles;
    }
}
