package dateline.query.saved;

import dateline.query.search.ArticleItem;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleSearch;
import dateline.query.search.Period;
import dateline.query.search.Sort;
import dateline.query.search.Timeline;
import dateline.query.search.Trait;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a search would have found lately, so that nobody saves one that floods or starves them. */
@Component
public class Backtest {
    /** How far it looks back, today included. */
    public static final int DAYS = 30;

    private static final int SAMPLE = 5;

    private final ArticleSearch search;
    private final Clock clock = Clock.systemUTC();

    Backtest(ArticleSearch search) {
        this.search = search;
    }

    /**
     * What came of it.
     *
     * @param total articles published in that time
     * @param perDay the mean of a day
     * @param days each day's count in UTC, the oldest first
     * @param sample the newest few
     */
    public record Result(long total, double perDay, List<Day> days, List<Sample> sample) {}

    /** A day's count. */
    public record Day(LocalDate date, long count) {}

    /** A found article. */
    public record Sample(String id, String title, String url, String outlet, Instant published) {
        static Sample of(ArticleItem item) {
            return new Sample(
                    item.id(),
                    item.title(),
                    item.url(),
                    item.outlet().name(),
                    item.published().at());
        }
    }

    /**
     * Looks back.
     *
     * @param stories whether to count a story's reprints as one
     * @throws dateline.query.search.SearchUnavailable if Elasticsearch can not answer
     */
    public Result of(ArticleQuery query, boolean stories) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1);
        ArticleQuery lately = within(query, start(first), start(today.plusDays(1)), stories);
        Map<LocalDate, Long> counts = new HashMap<>();
        for (Timeline.Bar bar : search.timeline(lately).bars()) {
            counts.put(bar.from(), bar.count());
        }
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            days.add(new Day(day, counts.getOrDefault(day, 0L)));
        }
        long total = days.stream().mapToLong(Day::count).sum();
        return new Result(total, Math.round(10.0 * total / DAYS) / 10.0, days, sample(lately));
    }

    private List<Sample> sample(ArticleQuery lately) {
        ArticleQuery newest = new ArticleQuery(lately.text(), lately.filters(), Sort.NEWEST, SAMPLE, null, Set.of());
        return search.search(newest).items().stream().map(Sample::of).toList();
    }

    private static ArticleQuery within(ArticleQuery query, Instant from, Instant until, boolean stories) {
        Period own = query.filters().published();
        Period both = new Period(later(own.from(), from), earlier(own.until(), until));
        var filters = query.filters().publishedIn(both);
        return query.with(stories ? filters.with(Trait.INDEPENDENT, true) : filters);
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a != null && a.isAfter(b) ? a : b;
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a != null && a.isBefore(b) ? a : b;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
