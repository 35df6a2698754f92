package dateline.query.names;

import dateline.query.index.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Names by the beginnings of their words. All names' tails from each word on, sorted, so that a beginning is one stretch
 * of them. Immutable.
 */
final class NameTable {
    static final NameTable EMPTY = new NameTable(List.of(), List.of());

    private final Map<String, Named> byId = new HashMap<>();
    private final Map<String, Long> words = new HashMap<>();
    private final Tail[] tails;

    /** A name from one of its words on. */
    private record Tail(String name, int start, Named named) {
        boolean begins(String prefix) {
            return name.startsWith(prefix, start);
        }

        int compareTo(String text) {
            int length = Math.min(name.length() - start, text.length());
            for (int i = 0; i < length; i++) {
                int order = Character.compare(name.charAt(start + i), text.charAt(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(name.length() - start, text.length());
        }
    }

    /** A folded name and the id it stands for. */
    record Alias(String name, String id) {}

    /** What a beginning leads to: what it is, and the name that begins so, folded. */
    record Match(Named named, String name) {}

    NameTable(Collection<Named> named, Collection<Alias> aliases) {
        named.forEach(each -> byId.merge(each.id(), each, (a, b) -> a.articles() >= b.articles() ? a : b));
        List<Tail> all = new ArrayList<>();
        named.forEach(each -> addTails(all, Names.fold(each.label()), each));
        for (Alias alias : aliases) {
            Named each = byId.get(alias.id());
            if (each != null && !alias.name().equals(Names.fold(each.label()))) {
                addTails(all, alias.name(), each);
            }
        }
        tails = all.toArray(Tail[]::new);
        Arrays.sort(tails, (a, b) -> {
            int order = a.compareTo(b.name.substring(b.start));
            return order != 0 ? order : a.named.id().compareTo(b.named.id());
        });
    }

    private void addTails(List<Tail> all, String folded, Named each) {
        for (int start = 0; start >= 0 && start < folded.length(); ) {
            all.add(new Tail(folded, start, each));
            int end = folded.indexOf(' ', start);
            words.merge(folded.substring(start, end < 0 ? folded.length() : end), each.articles(), Math::max);
            start = end < 0 ? -1 : end + 1;
        }
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    Optional<Named> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All words of names with how many articles name the most frequent bearer. */
    Map<String, Long> words() {
        return words;
    }

    /**
     * What has a name in which each word of the text begins a word; whole names first, then those that are in most
     * articles.
     */
    List<Match> find(String text, Predicate<Named> wanted, int size) {
        String folded = Names.fold(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        String[] given = folded.split(" ");
        // The longest has the fewest continuations.
        String longest = Arrays.stream(given)
                .max(Comparator.comparingInt(String::length))
                .orElse(folded);
        Map<String, Match> best = new HashMap<>();
        for (int at = first(longest); at < tails.length && tails[at].begins(longest); at++) {
            Tail tail = tails[at];
            if (wanted.test(tail.named) && holds(tail.name, given)) {
                best.merge(
                        tail.named.id(), new Match(tail.named, tail.name), (a, b) -> better(a, b, folded) <= 0 ? a : b);
            }
        }
        return best.values().stream()
                .sorted((a, b) -> better(a, b, folded))
                .limit(size)
                .toList();
    }

    private int first(String prefix) {
        int low = 0;
        int high = tails.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tails[middle].compareTo(prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean holds(String name, String[] beginnings) {
        for (String beginning : beginnings) {
            if (!name.startsWith(beginning) && !name.contains(" " + beginning)) {
                return false;
            }
        }
        return true;
    }

    private static int better(Match a, Match b, String folded) {
        return Comparator.<Match>comparingInt(match -> match.name().equals(folded) ? 0 : 1)
                .thenComparing(match -> -match.named().articles())
                .thenComparing(match -> match.named().label())
                .thenComparing(Match::name)
                .compare(a, b);
    }
}
