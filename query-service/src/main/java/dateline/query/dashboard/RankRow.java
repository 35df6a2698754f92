package dateline.query.dashboard;

import dateline.query.search.Tally.Counted;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a ranking.
 *
 * @param count the number, in words
 * @param share of the highest number, in per cent from 0 to 100
 * @param note what else there is to say
 */
public record RankRow(
        String label,
        String link,
        String count,
        int share,
        @Nullable String note) {
    /** Something to rank; its count may be off by the error. */
    record Ranked(
            String id,
            String label,
            long count,
            long error,
            @Nullable String note) {
        Ranked(String id, String label, long count, @Nullable String note) {
            this(id, label, count, 0, note);
        }

        static Ranked of(Counted counted) {
            return new Ranked(counted.id(), counted.label(), counted.articles(), null);
        }
    }

    /** Rows in the order given. */
    static List<RankRow> of(List<Ranked> ranked, Function<String, String> link) {
        long most = ranked.stream().mapToLong(Ranked::count).max().orElse(1);
        return ranked.stream()
                .map(each -> new RankRow(
                        each.label(),
                        link.apply(each.id()),
                        Wording.about(each.count(), each.error()),
                        (int) (100 * each.count() / Math.max(1, most)),
                        each.note()))
                .toList();
    }

    /** Rows of what was counted. */
    static List<RankRow> counted(List<Counted> counted, int size, Function<String, String> link) {
        return of(counted.stream().limit(size).map(Ranked::of).toList(), link);
    }
}
