package dateline.ingest.subscribe;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How all feeds stand.
 *
 * @param total how many there are
 * @param states how many by state, each state named
 * @param silent how many answer and have brought nothing for long by their own rhythm
 * @param errors failing feeds by kind of error
 * @param pendingPages entries whose page is still to be fetched
 * @param worst those that have failed most often in a row, the worst first
 */
record FeedSummary(
        int total,
        Map<FeedView.State, Integer> states,
        int silent,
        Map<PollError, Integer> errors,
        long pendingPages,
        List<Failing> worst) {
    private static final int WORST = 5;

    /** A feed that fails. */
    record Failing(String id, String title, PollError error, String reason, int errors) {}

    static FeedSummary of(Stream<FeedView> feeds) {
        List<FeedView> all = feeds.toList();
        Map<FeedView.State, Integer> states = new EnumMap<>(FeedView.State.class);
        for (FeedView.State state : FeedView.State.values()) {
            states.put(state, 0);
        }
        Map<PollError, Integer> errors = new TreeMap<>();
        int silent = 0;
        long pending = 0;
        for (FeedView view : all) {
            states.merge(view.state(), 1, Integer::sum);
            pending += view.status().pending();
            silent += view.isSilent() ? 1 : 0;
            PollError error = view.status().error();
            if (view.state() == FeedView.State.FAILING && error != null) {
                errors.merge(error, 1, Integer::sum);
            }
        }
        List<Failing> worst = all.stream()
                .filter(view -> view.state() == FeedView.State.FAILING)
                .sorted(Comparator.comparingInt((FeedView view) -> view.status().errors())
                        .reversed())
                .limit(WORST)
                .map(FeedSummary::failing)
                .toList();
        return new FeedSummary(all.size(), states, silent, errors, pending, worst);
    }

    private static Failing failing(FeedView view) {
        PollError error = view.status().error();
        String reason = view.status().reason();
        return new Failing(
                view.feed().id(),
                view.title(),
                error == null ? PollError.INTERNAL : error,
                reason == null ? "" : reason,
                view.status().errors());
    }
}
