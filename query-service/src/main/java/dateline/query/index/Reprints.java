package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dateline.contract.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of each article that is written whether it repeats an earlier one's text, and puts right what is stored when an
 * earlier one comes later or the first one is taken away. An article is compared with those that stand for themselves
 * only, so a group is everything that repeats its first. What comes of it depends little on the order of writing; see
 * docs/decisions/0009. Thread-safe.
 */
@Component
final class Reprints {
    /** Indexes that are written at a time: the live one, one that is built, one that is kept; more wait in turn. */
    private static final int MOST_INDEXES = 4;

    private final ElasticsearchClient client;
    private final HeldPrints held;
    private final Rewriter rewriter;
    private final ContractJson json = new ContractJson();
    /** By index or alias, those used last. */
    private final Map<String, RecentPrints> recent = new LinkedHashMap<>(8, 0.75f, true);

    Reprints(ElasticsearchClient client) {
        this.client = client;
        this.held = new HeldPrints(client);
        this.rewriter = new Rewriter(client);
    }

    /** Writes that say of each article whether it is a reprint, and what is to be put right once they are stored. */
    static final class Marked {
        private final List<Write> writes = new ArrayList<>();
        private final Map<RecentPrints.Entry, @Nullable String> own = new HashMap<>();
        /** Stored articles with the first of their group from now on, null for themselves. */
        private final Map<String, @Nullable String> changed = new LinkedHashMap<>();
        /** Articles that stand for themselves no more, and whom their reprints belong to; null if they are gone. */
        private final Map<String, @Nullable String> lost = new LinkedHashMap<>();

        /** What to write. */
        List<Write> writes() {
            return writes;
        }
    }

    /**
     * Marks them.
     *
     * @param target the index, or its alias
     * @param writes articles and deletions
     * @throws StoreUnavailable if Elasticsearch can not say what it holds
     */
    Marked mark(String target, List<? extends Write> writes) {
        List<Print> prints = writes.stream()
                .filter(Write.Put.class::isInstance)
                .flatMap(write -> Print.of(((Write.Put) write).document()).stream())
                .toList();
        RecentPrints known = recent(target);
        boolean refresh;
        synchronized (known) {
            refresh = known.takeRefresh();
        }
        if (refresh) {
            refresh(target);
        }
        Map<String, List<Print>> heldByBand = new HashMap<>();
        for (Print print : prints.isEmpty() ? List.<Print>of() : held.independentLike(target, prints)) {
            print.bands()
                    .forEach(band -> heldByBand
                            .computeIfAbsent(band, any -> new ArrayList<>(1))
                            .add(print));
        }
        Marked marked = new Marked();
        synchronized (known) {
            for (Write write : writes) {
                marked.writes.add(
                        switch (write) {
                            case Write.Put put -> mark(put, known, heldByBand, marked);
                            case Write.Delete delete -> {
                                known.remove(delete.id());
                                marked.lost.put(delete.id(), null);
                                yield delete;
                            }
                            case Write.SetAside aside -> aside;
                        });
            }
        }
        return marked;
    }

    private Write mark(Write.Put put, RecentPrints known, Map<String, List<Print>> heldByBand, Marked marked) {
        Print print = Print.of(put.document()).orElse(null);
        if (print == null) {
            known.forget(put.id());
            return put;
        }
        List<Print> others = independent(print, known, heldByBand);
        String first = others.stream()
                .filter(other -> other.isBefore(print) && print.repeats(other))
                .max(Comparator.<Print>comparingDouble(print::portionIn)
                        .thenComparing((a, b) -> a.isBefore(b) ? 1 : -1))
                .map(Print::id)
                .orElse(null);
        if (first == null) {
            others.stream()
                    .filter(other -> print.isBefore(other) && other.repeats(print))
                    .forEach(other -> follow(other.id(), print.id(), known, marked));
        } else {
            handOver(print.id(), first, known, marked);
        }
        marked.own.put(known.add(print, first), first);
        if (first == null) {
            return put;
        }
        ArticleDocument reprint = put.document().reprintOf(first);
        return put.with(reprint, json.write(reprint));
    }

    private static List<Print> independent(Print print, RecentPrints known, Map<String, List<Print>> heldByBand) {
        Map<String, Print> others = new LinkedHashMap<>();
        for (String band : print.bands()) {
            for (Print other : heldByBand.getOrDefault(band, List.of())) {
                // Of what was written meanwhile, memory knows better.
                if (known.get(other.id()) == null && !known.isGone(other.id())) {
                    others.put(other.id(), other);
                }
            }
        }
        for (RecentPrints.Entry entry : known.sharing(print)) {
            if (entry.first() == null) {
                others.put(entry.id(), entry.print());
            }
        }
        others.remove(print.id());
        return others.values().stream().filter(print::isNear).toList();
    }

    /** An article that stood for itself becomes a reprint. */
    private static void follow(String id, String first, RecentPrints known, Marked marked) {
        RecentPrints.Entry entry = known.get(id);
        if (entry == null) {
            marked.changed.put(id, first);
        } else {
            set(entry, first, known, marked);
        }
        handOver(id, first, known, marked);
    }

    /** Its reprints are those of the new first. */
    private static void handOver(String id, String first, RecentPrints known, Marked marked) {
        known.followers(id).forEach(follower -> set(follower, first, known, marked));
        marked.lost.put(id, first);
    }

    private static void set(RecentPrints.Entry entry, @Nullable String first, RecentPrints known, Marked marked) {
        known.follow(entry, first);
        // What is just being written is put right by who writes it.
        if (entry.stored) {
            marked.changed.put(entry.id(), first);
        }
    }

    /**
     * Puts right what is stored. To be called when the writes are stored.
     *
     * @throws StoreUnavailable if that can not be done now; then all is to be written again
     */
    void mend(String target, Marked marked) {
        RecentPrints known = recent(target);
        Map<String, List<Print>> followers =
                marked.lost.isEmpty() ? Map.of() : held.followers(target, marked.lost.keySet());
        synchronized (known) {
            marked.own.forEach((entry, written) -> {
                entry.stored = true;
                if (!Objects.equals(entry.first(), written)) {
                    marked.changed.put(entry.id(), entry.first());
                }
            });
            marked.lost.forEach((id, first) -> {
                Map<String, Print> orphans = new LinkedHashMap<>();
                for (Print follower : followers.getOrDefault(id, List.of())) {
                    if (known.get(follower.id()) == null && !known.isGone(follower.id())) {
                        orphans.put(follower.id(), follower);
                    }
                }
                known.followers(id).forEach(entry -> orphans.put(entry.id(), entry.print()));
                regroup(orphans, first, known, marked);
            });
        }
        rewriter.rewrite(target, marked.changed);
    }

    /** Gives reprints to another first, or parts them into groups by themselves if there is none. */
    private static void regroup(Map<String, Print> orphans, @Nullable String first, RecentPrints known, Marked marked) {
        List<Print> inOrder = new ArrayList<>(orphans.values());
        inOrder.sort((a, b) -> a.id().equals(b.id()) ? 0 : a.isBefore(b) ? -1 : 1);
        List<Print> firsts = new ArrayList<>();
        for (Print orphan : inOrder) {
            String its = first;
            if (its == null) {
                its = firsts.stream()
                        .filter(each -> orphan.isNear(each) && orphan.repeats(each))
                        .map(Print::id)
                        .findFirst()
                        .orElse(null);
                if (its == null) {
                    firsts.add(orphan);
                }
            }
            RecentPrints.Entry entry = known.get(orphan.id());
            if (entry == null) {
                marked.changed.put(orphan.id(), its);
            } else {
                set(entry, its, known, marked);
            }
        }
    }

    private RecentPrints recent(String target) {
        synchronized (recent) {
            RecentPrints known = recent.computeIfAbsent(target, any -> new RecentPrints());
            if (recent.size() > MOST_INDEXES) {
                recent.remove(recent.keySet().iterator().next());
            }
            return known;
        }
    }

    private void refresh(String target) {
        try {
            client.indices().refresh(refresh -> refresh.index(target));
        } catch (IOException | ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch does not refresh: " + e.getMessage(), e);
        }
    }
}
