package dateline.enrich.topic;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The IPTC Media Topics: a tree of about 1,100 terms under 17 top terms. */
final class TopicTree {
    /**
     * A term.
     *
     * @param id such as {@code medtop:11000000}
     * @param parent the broader term; null for a top term
     * @param name its English name
     */
    record Term(String id, @Nullable String parent, String name) {}

    private final Map<String, Term> terms;
    private final Map<String, List<String>> paths = new HashMap<>();

    private TopicTree(Map<String, Term> terms) {
        this.terms = Map.copyOf(terms);
        terms.keySet().forEach(id -> paths.put(id, pathOf(id)));
    }

    static TopicTree load() {
        Map<String, Term> terms = new HashMap<>();
        TopicResource.rows("media-topics.tsv", 3).forEach(row -> {
            String parent = row.get(1).equals("-") ? null : row.get(1);
            terms.put(row.get(0), new Term(row.get(0), parent, row.get(2)));
        });
        return new TopicTree(terms);
    }

    /** The term of that id; throws IllegalArgumentException if there is none. */
    Term term(String id) {
        Term term = terms.get(id);
        if (term == null) {
            throw new IllegalArgumentException("no media topic " + id);
        }
        return term;
    }

    /** Ids from the top term down to this one. */
    List<String> path(String id) {
        List<String> path = paths.get(id);
        if (path == null) {
            throw new IllegalArgumentException("no media topic " + id);
        }
        return path;
    }

    private List<String> pathOf(String id) {
        Deque<String> path = new ArrayDeque<>();
        for (@Nullable String at = id; at != null; at = term(at).parent()) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    /** Names from the top term down to this one. */
    List<String> pathNames(String id) {
        return path(id).stream().map(step -> term(step).name()).toList();
    }

    /** Every term, in no order. */
    Collection<Term> terms() {
        return terms.values();
    }
}
