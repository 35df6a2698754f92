package dateline.ingest.subscribe;

import dateline.ingest.problem.InvalidField;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks, sorts and cuts the list of feeds. */
final class FeedListing {
    private static final int LARGEST_PAGE = 500;
    private static final String SILENT = "SILENT";

    /**
     * A page of the list.
     *
     * @param total feeds that meet all conditions
     * @param states feeds by state that meet the conditions but for the state
     * @param silent how many of those are silent
     */
    record FeedList(
            List<FeedResource> feeds, int total, int page, int size, Map<FeedView.State, Integer> states, int silent) {}

    /**
     * What is asked for.
     *
     * @param state a {@link FeedView.State}, or {@code silent}
     * @param outlet id of an outlet
     * @param q part of the title, the address or the outlet's name
     * @param sort see {@link Order}
     */
    record Query(
            @Nullable String state,
            @Nullable String outlet,
            @Nullable String q,
            @Nullable String sort,
            int page,
            int size) {}

    /** What can be sorted by; what is worst or newest comes first. */
    enum Order {
        TITLE(Comparator.comparing(view -> view.title().toLowerCase(Locale.ROOT))),
        STATE(Comparator.comparing(view -> view.state().urgency())),
        ERRORS(Comparator.comparing((FeedView view) -> view.status().errors()).reversed()),
        POLLED(newest(view -> view.status().lastPoll())),
        NEWS(newest(view -> view.status().lastNew())),
        RATE(Comparator.comparingDouble((FeedView view) -> view.articlesPerDay())
                .reversed()),
        ADDED(newest(view -> view.feed().addedAt()));

        private final Comparator<FeedView> comparator;

        Order(Comparator<FeedView> comparator) {
            this.comparator = comparator;
        }

        private static Comparator<FeedView> newest(Function<FeedView, @Nullable Instant> time) {
            return Comparator.comparing(
                    (FeedView view) -> {
                        Instant at = time.apply(view);
                        return at == null ? Instant.MIN : at;
                    },
                    Comparator.reverseOrder());
        }
    }

    private FeedListing() {}

    /**
     * The page that is asked for.
     *
     * @throws InvalidField if a condition is none
     */
    static FeedList of(Stream<FeedView> feeds, Query query) {
        if (query.page() < 0) {
            throw new InvalidField("page", "counts from 0");
        }
        if (query.size() < 1 || query.size() > LARGEST_PAGE) {
            throw new InvalidField("size", "must be from 1 to " + LARGEST_PAGE);
        }
        Predicate<FeedView> inState = state(query.state());
        Order order = order(query.sort());
        String words = query.q() == null ? "" : query.q().strip().toLowerCase(Locale.ROOT);
        List<FeedView> found = feeds.filter(view ->
                        query.outlet() == null || view.feed().outlet().id().equals(query.outlet()))
                .filter(view -> words.isEmpty() || matches(view, words))
                .toList();
        Map<FeedView.State, Integer> states = new EnumMap<>(FeedView.State.class);
        found.forEach(view -> states.merge(view.state(), 1, Integer::sum));
        List<FeedView> wanted = found.stream()
                .filter(inState)
                .sorted(order.comparator
                        .thenComparing(view -> view.title().toLowerCase(Locale.ROOT))
                        .thenComparing(view -> view.feed().id()))
                .toList();
        return new FeedList(
                wanted.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .map(FeedResource::of)
                        .toList(),
                wanted.size(),
                query.page(),
                query.size(),
                states,
                (int) found.stream().filter(FeedView::isSilent).count());
    }

    private static Predicate<FeedView> state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return view -> true;
        }
        String name = text.toUpperCase(Locale.ROOT);
        if (name.equals(SILENT)) {
            return FeedView::isSilent;
        }
        try {
            FeedView.State wanted = FeedView.State.valueOf(name);
            return view -> view.state() == wanted;
        } catch (IllegalArgumentException e) {
            throw new InvalidField("state", "must be one of " + List.of(FeedView.State.values()) + " or " + SILENT);
        }
    }

    private static Order order(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Order.TITLE;
        }
        try {
            return Order.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidField("sort", "must be one of " + List.of(Order.values()));
        }
    }

    private static boolean matches(FeedView view, String words) {
        return view.title().toLowerCase(Locale.ROOT).contains(words)
                || view.feed().url().toLowerCase(Locale.ROOT).contains(words)
                || view.feed().outlet().name().toLowerCase(Locale.ROOT).contains(words);
    }
}
