package dateline.query.about;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dateline.contract.ArticleDate;
import dateline.contract.Outlet;
import dateline.query.about.Quotations.Quotation;
import dateline.query.about.Quotations.Source;
import dateline.query.index.ArticleDocument.QuoteLine;
import dateline.query.search.FoundArticles;
import dateline.query.search.InvalidParameter;
import dateline.query.search.SearchUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds quotations by or about an entity. */
@Service
public class QuotationSearch {
    private static final Pattern PLACE = Pattern.compile("(-?[0-9]{1,18})\\.([0-9a-f]{32})");
    private static final List<String> SHOWN =
            List.of("id", "url", "title", "outlet", "published", "language", "quotes");

    private final FoundArticles articles;

    QuotationSearch(FoundArticles articles) {
        this.articles = articles;
    }

    /** The part of a document that is shown. */
    record Quoting(
            String id,
            String url,
            String title,
            Outlet outlet,
            ArticleDate published,
            @Nullable String language,
            @Nullable List<QuoteLine> quotes) {}

    /** Which quotations. */
    public enum Whose {
        /** What the entity said. */
        BY,
        /** What others said and name it in. */
        ABOUT;

        private Query query(String entityId) {
            return FoundArticles.having(this == BY ? "speakers" : "quotedAbout", entityId);
        }

        private boolean has(QuoteLine line, String entityId) {
            boolean speaks = entityId.equals(line.speakerId());
            return this == BY ? speaks : !speaks && line.about().contains(entityId);
        }
    }

    /**
     * Finds them.
     *
     * @param among in which articles
     * @param size from how many articles, at most
     * @param after {@link Quotations#next} of the page before, if there is one
     * @throws InvalidParameter if {@code after} is none
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Quotations quotations(String entityId, Query among, Whose whose, int size, @Nullable String after) {
        List<FieldValue> place = after == null ? List.of() : place(after);
        SearchResponse<Quoting> response =
                articles.find(FoundArticles.all(among, whose.query(entityId)), Quoting.class, request -> {
                    // One more than is shown tells whether there is a next page.
                    request.size(size + 1)
                            .sort(sort -> sort.field(
                                    field -> field.field("published.at").order(SortOrder.Desc)))
                            .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                            .source(source -> source.filter(filter -> filter.includes(SHOWN)));
                    if (!place.isEmpty()) {
                        request.searchAfter(place);
                    }
                });
        List<Hit<Quoting>> hits = response.hits().hits();
        List<Hit<Quoting>> shown = hits.subList(0, Math.min(size, hits.size()));
        List<Quotation> quotations = new ArrayList<>();
        for (Hit<Quoting> hit : shown) {
            Quoting document = hit.source();
            if (document != null && document.quotes() != null) {
                document.quotes().stream()
                        .filter(line -> whose.has(line, entityId))
                        .map(line -> quotation(line, document))
                        .forEach(quotations::add);
            }
        }
        return new Quotations(
                response.hits().total() == null ? 0 : response.hits().total().value(),
                quotations,
                hits.size() > size ? next(shown.getLast().sort()) : null);
    }

    private static Quotation quotation(QuoteLine line, Quoting article) {
        return new Quotation(
                line.text(),
                line.kind(),
                line.speaker(),
                line.speakerId(),
                line.verb(),
                line.about(),
                new Source(
                        article.id(),
                        article.url(),
                        article.title(),
                        article.outlet(),
                        article.published(),
                        article.language()));
    }

    private static String next(List<FieldValue> sorted) {
        return sorted.get(0).longValue() + "." + sorted.get(1).stringValue();
    }

    private static List<FieldValue> place(String next) {
        Matcher place = PLACE.matcher(next);
        if (!place.matches()) {
            throw new InvalidParameter("next", "must be the next of an earlier answer to the same question");
        }
        return List.of(FieldValue.of(Long.parseLong(place.group(1))), FieldValue.of(place.group(2)));
    }
}
