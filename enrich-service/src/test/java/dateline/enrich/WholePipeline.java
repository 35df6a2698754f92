package dateline.enrich;

import dateline.contract.ArticleDate;
import dateline.contract.Block;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.EnrichProperties;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.newsroom.SampleArticle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The enrichers as the service runs them, without a broker, and articles to give them. */
public final class WholePipeline implements AutoCloseable {
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(EnrichCommand.Offline.class);

    public EnrichmentPipeline pipeline() {
        return context.getBean(EnrichmentPipeline.class);
    }

    /** Every enricher there is, whether configured or not. */
    public Collection<Enricher> enrichers() {
        return context.getBeansOfType(Enricher.class).values();
    }

    /** Names of the configured ones as they run; a record's map of them has no order. */
    public List<String> order() {
        return context.getBean(EnrichProperties.class).enrichers();
    }

    @Override
    public void close() {
        context.close();
    }

    /** An article of the newsroom whose body is one block, its dateline not told apart. */
    public static RawArticle article(SampleArticle sample) {
        return article(
                sample.title(),
                sample.gold().published().at(),
                sample.outlet().country(),
                List.of(new Block(Block.Kind.PARAGRAPH, sample.body())));
    }

    /** An article in which nothing but this is known. */
    public static RawArticle article(String title, Instant published, String outletCountry, List<Block> blocks) {
        IncomingArticle article = new IncomingArticle(
                "0123456789abcdef0123456789abcdef",
                "https://example.org/a",
                new Outlet("example.org", "Example", outletCountry, null, List.of()),
                title,
                null,
                List.of(),
                new ArticleDate(published, ArticleDate.Precision.MINUTE, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                null,
                List.of(),
                blocks,
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, "https://example.org/a", null, null, null, published, List.of()));
        return new RawArticle(article.id(), 1, published, published, article, List.of());
    }

    /** An article of paragraphs. */
    public static RawArticle article(String title, String... paragraphs) {
        return article(
                title,
                Instant.parse("2026-04-22T12:00:00Z"),
                "GB",
                Stream.of(paragraphs)
                        .map(text -> new Block(Block.Kind.PARAGRAPH, text))
                        .toList());
    }
}
