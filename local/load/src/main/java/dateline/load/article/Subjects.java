package dateline.load.article;

import dateline.contract.ArticleTopic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** IPTC's media topics, a few of which have most of the news. */
final class Subjects {
    private record Term(String parent, String name) {}

    /** Politics, economy, sport, conflict and crime before the others. */
    private static final List<String> FIRST =
            List.of("medtop:11000000", "medtop:04000000", "medtop:15000000", "medtop:16000000", "medtop:02000000");

    private static final int PURPOSE = 30;

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private final Zipf ranks;

    Subjects(long seed) {
        try (InputStream bytes = Objects.requireNonNull(
                        Subjects.class.getResourceAsStream("/topics/media-topics.tsv"), "topics/media-topics.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] row = line.split("\t");
                terms.put(row[0], new Term(row[1].equals("-") ? "" : row[1], row[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> rest = new ArrayList<>(terms.keySet());
        rest.removeAll(FIRST);
        rest.sort((a, b) -> Integer.compare(
                Dice.of(seed, PURPOSE, a.hashCode()).below(Integer.MAX_VALUE),
                Dice.of(seed, PURPOSE, b.hashCode()).below(Integer.MAX_VALUE)));
        inOrder.addAll(FIRST);
        inOrder.addAll(rest);
        this.ranks = new Zipf(inOrder.size(), 0.9);
    }

    String any(Dice dice) {
        return inOrder.get(ranks.draw(dice));
    }

    ArticleTopic topic(String id, double confidence, String evidence) {
        List<String> path = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String at = id; !at.isEmpty(); at = term(at).parent()) {
            path.add(at);
            names.add(term(at).name());
        }
        Collections.reverse(path);
        Collections.reverse(names);
        return new ArticleTopic(id, term(id).name(), path, names, confidence, List.of(evidence));
    }

    private Term term(String id) {
        return Objects.requireNonNull(terms.get(id), id);
    }
}
