package dateline.query.dashboard;

import dateline.query.alert.Alert;
import dateline.query.saved.Backtest;
import dateline.query.saved.QueryText;
import dateline.query.saved.SavedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A saved search as its page shows it.
 *
 * @param filters what it asks for, in words
 * @param results where what it finds is shown
 * @param told what it tells, in words
 * @param lately what it would have found lately
 * @param alerts what it told lately, the newest first
 */
public record SavedSearchView(
        String id,
        String name,
        String owner,
        ShownTime since,
        List<Filter> filters,
        String results,
        String told,
        Lately lately,
        List<Told> alerts) {
    /** What a search asks for. */
    public record Filter(String kind, String label) {}

    /**
     * What a search would have found in the days behind it.
     *
     * @param words how much that is
     * @param chart how much a day; none if nothing was found
     * @param sample the newest few
     */
    public record Lately(String words, @Nullable ChartView chart, List<Line> sample) {
        /**
         * What the backtest found.
         *
         * @param asked the search's parameters
         */
        static Lately of(Backtest.Result result, boolean oncePerStory, MultiValueMap<String, String> asked) {
            String words = result.total() == 0
                    ? "It would have found nothing in the last " + Backtest.DAYS + " days."
                    : String.format(
                            Locale.ENGLISH,
                            "It would have found %s in the last %d days, %s a day%s.",
                            Wording.articles(result.total()),
                            Backtest.DAYS,
                            result.perDay() < 0.1
                                    ? "less than 0.1"
                                    : String.format(Locale.ENGLISH, "%,.1f", result.perDay()),
                            oncePerStory ? ", reprints left out" : "");
            List<Line> sample = result.sample().stream()
                    .map(article -> new Line(
                            "/articles/" + article.id(),
                            article.title().isBlank() ? "Untitled" : article.title(),
                            article.outlet(),
                            ShownTime.of(article.published())))
                    .toList();
            return new Lately(words, result.total() == 0 ? null : chart(result, asked), sample);
        }

        private static ChartView chart(Backtest.Result result, MultiValueMap<String, String> asked) {
            boolean linked = PageAddress.understands(asked.keySet());
            PageAddress address = PageAddress.of("/search", TimeRange.ALWAYS, asked);
            List<ChartView.Row> rows = result.days().stream()
                    .map(day -> new ChartView.Row(
                            day.date() + "T00:00:00Z",
                            day.date().toString(),
                            day.date().toString(),
                            ShownTime.of(day.date()).human(),
                            List.of(day.count()),
                            linked
                                    ? address.between(
                                            day.date().toString(), day.date().toString())
                                    : null))
                    .toList();
            return ChartView.ofDays(rows, linked ? address.firstPage() : null);
        }
    }

    /** An article in a line. */
    public record Line(String link, String title, String outlet, ShownTime published) {}

    /**
     * An alert.
     *
     * @param words what it says, if it is not of an article
     */
    public record Told(ShownTime at, @Nullable Line article, String words) {
        static Told of(Alert alert) {
            Alert.Article article = alert.article();
            Alert.Volume volume = alert.volume();
            String words = volume == null
                    ? ""
                    : String.format(
                            Locale.ENGLISH,
                            "%s in the %s from %s, usually %.0f",
                            Wording.articles(volume.count()),
                            volume.span() == Alert.Span.HOUR ? "hour" : "day",
                            ShownTime.of(volume.from()).human(),
                            volume.usual());
            return new Told(
                    ShownTime.of(alert.at()),
                    article == null
                            ? null
                            : new Line(
                                    "/articles/" + article.id(),
                                    article.title().isBlank() ? "Untitled" : article.title(),
                                    article.outlet().name(),
                                    ShownTime.of(article.published())),
                    words);
        }
    }

    static SavedSearchView of(SavedSearch search, Backtest.Result result, List<Alert> alerts, FilterBar.Names names) {
        MultiValueMap<String, String> asked = QueryText.parameters(search.query());
        List<Filter> filters = new ArrayList<>();
        asked.forEach((name, values) -> values.forEach(value -> {
            String known = names.name(name, value);
            filters.add(new Filter(name.equals("q") ? "words" : name, known == null ? value : known));
        }));
        return new SavedSearchView(
                search.id(),
                search.name(),
                search.owner(),
                ShownTime.of(search.createdAt()),
                filters,
                // Some of what the API can be asked for no page can show.
                (PageAddress.understands(asked.keySet()) ? "/search?" : "/api/articles?") + search.query(),
                (search.oncePerStory() ? "A story is told once, not each reprint." : "Each reprint is told.")
                        + (search.volume() ? " Far more or far fewer articles than usual are told, too." : ""),
                Lately.of(result, search.oncePerStory(), asked),
                alerts.stream().map(Told::of).toList());
    }
}
