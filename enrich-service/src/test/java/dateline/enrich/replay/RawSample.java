package dateline.enrich.replay;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import java.time.Instant;
import java.util.List;

/** Articles for the tests of this package. */
final class RawSample {
    static final Instant NOON = Instant.parse("2026-04-21T12:00:00Z");

    private RawSample() {}

    static RawArticle of(String outlet, int number) {
        return of(outlet, number, 1, NOON);
    }

    static RawArticle of(String outlet, int number, int revision, Instant firstSeen) {
        CanonicalUrl url = CanonicalUrl.of("https://" + outlet + "/" + number);
        IncomingArticle article = new IncomingArticle(
                ArticleId.of(url),
                url.value(),
                new Outlet(outlet, outlet, null, null, List.of()),
                "Ferry " + number + " sails again, revision " + revision,
                null,
                List.of(),
                new ArticleDate(firstSeen, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Block(
                        Block.Kind.PARAGRAPH, "The ferry between the two towns runs again, the harbour master said.")),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, url.value(), null, null, null, firstSeen, List.of()));
        return new RawArticle(article.id(), revision, firstSeen, firstSeen, article, List.of());
    }
}
