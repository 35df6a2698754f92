package dateline.ingest.revise;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Articles as ingest may see them. */
final class Sightings {
    static final Instant NOON = Instant.parse("2026-04-21T12:00:00Z");
    static final ArticleDate PUBLISHED =
            new ArticleDate(NOON.minusSeconds(3600), ArticleDate.Precision.SECOND, ArticleDate.Source.JSON_LD);

    private Sightings() {}

    static IncomingArticle article(String url, String title, Instant seenAt, String... paragraphs) {
        return article(url, title, PUBLISHED, seenAt, paragraphs);
    }

    static IncomingArticle article(
            String url, String title, ArticleDate published, Instant seenAt, String... paragraphs) {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        return new IncomingArticle(
                ArticleId.of(canonical),
                canonical.value(),
                new Outlet("example.org", "Example", null, null, List.of()),
                title,
                null,
                List.of(),
                published,
                null,
                "en",
                null,
                null,
                List.of(),
                Arrays.stream(paragraphs)
                        .map(text -> new Block(Block.Kind.PARAGRAPH, text))
                        .toList(),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, url, null, null, null, seenAt, List.of()));
    }
}
