package dateline.enrich.figure;

import dateline.contract.ArticleLanguage;
import dateline.contract.DateMention;
import dateline.contract.Figure;
import dateline.contract.Geography;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Notes the amounts that the body names. Runs after the dates, whose numbers count nothing, and after the geography, which
 * tells whose dinars are meant.
 */
@Component
class FigureEnricher implements Enricher {
    private final FigureReader reader = new FigureReader();

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle raw, Findings findings) {
        ArticleLanguage language = findings.language();
        Geography geography = findings.geography();
        List<String> countries = geography == null
                ? List.of()
                : geography.countries().stream().map(Geography.Country::code).toList();
        List<Figure> figures = reader.read(
                raw.article().body(),
                language == null ? "und" : language.tag(),
                new Currencies(raw.article().outlet().country(), countries));
        findings.figures(outsideDates(figures, findings.dates()));
    }

    /** Both lists are in order, so one walk is enough. */
    static List<Figure> outsideDates(List<Figure> figures, List<DateMention> dates) {
        int[] at = {0};
        return figures.stream()
                .filter(figure -> {
                    while (at[0] < dates.size() && dates.get(at[0]).end() <= figure.start()) {
                        at[0]++;
                    }
                    return at[0] == dates.size() || dates.get(at[0]).start() >= figure.end();
                })
                .toList();
    }
}
