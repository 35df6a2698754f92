package dateline.enrich.time;

import dateline.contract.ArticleLanguage;
import dateline.contract.DateMention;
import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes the dates and periods that the body names. Runs after the entities: "Theresa May" is no month. */
@Component
class TimeEnricher implements Enricher {
    private final DateReader reader = new DateReader();

    @Override
    public String name() {
        return "time";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle raw, Findings findings) {
        ArticleLanguage language = findings.language();
        List<DateMention> dates = reader.read(
                raw.article().body(),
                language == null ? "und" : language.tag(),
                raw.article().published().at().atZone(ZoneOffset.UTC).toLocalDate());
        findings.dates(outsideNames(dates, findings.mentions()));
    }

    /** Both lists are in order, so one walk is enough. */
    private static List<DateMention> outsideNames(List<DateMention> dates, List<Mention> mentions) {
        List<Mention> names = mentions.stream()
                .filter(mention -> mention.field() == Mention.Field.BODY && mention.type() != EntityType.PLACE)
                .toList();
        int[] at = {0};
        return dates.stream()
                .filter(date -> {
                    while (at[0] < names.size() && names.get(at[0]).end() <= date.start()) {
                        at[0]++;
                    }
                    return at[0] == names.size() || names.get(at[0]).start() >= date.end();
                })
                .toList();
    }
}
