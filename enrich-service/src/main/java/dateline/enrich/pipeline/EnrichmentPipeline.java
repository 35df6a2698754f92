package dateline.enrich.pipeline;

import dateline.contract.EnrichedArticle;
import dateline.contract.RawArticle;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Runs the configured enrichers over an article, one after the other. One that fails does not stop the others. */
@Component
public class EnrichmentPipeline implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(EnrichmentPipeline.class);

    private final List<Enricher> enrichers;
    private final InstantSource clock;

    /**
     * Takes the enrichers that the configuration names, in its order.
     *
     * @throws IllegalArgumentException if it names one that does not exist
     */
    public EnrichmentPipeline(EnrichProperties properties, List<Enricher> available, InstantSource clock) {
        Map<String, Enricher> byName =
                available.stream().collect(Collectors.toMap(Enricher::name, Function.identity()));
        this.enrichers = properties.enrichers().stream()
                .map(name -> {
                    Enricher enricher = byName.get(name);
                    if (enricher == null) {
                        throw new IllegalArgumentException("dateline.enrich.enrichers names \"" + name
                                + "\", which does not exist; there are " + byName.keySet());
                    }
                    return enricher;
                })
                .toList();
        this.clock = clock;
    }

    /** Records are read from then on. */
    @Override
    public void afterSingletonsInstantiated() {
        enrichers.forEach(Enricher::awaitLoaded);
    }

    /** The article with all that was found in it. */
    public EnrichedArticle enrich(RawArticle article) {
        Findings findings = new Findings();
        Map<String, String> versions = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        for (Enricher enricher : enrichers) {
            versions.put(enricher.name(), enricher.version());
            try {
                enricher.enrich(article, findings);
            } catch (RuntimeException | StackOverflowError e) {
                failures.put(enricher.name(), e.toString());
                log.atWarn()
                        .addKeyValue("articleId", article.id())
                        .setCause(e)
                        .log("Enricher {} failed; its fields stay empty", enricher.name());
            }
        }
        return new EnrichedArticle(
                article,
                findings.language(),
                findings.mentions(),
                findings.entities(),
                findings.topics(),
                findings.quotes(),
                findings.geography(),
                findings.dates(),
                findings.figures(),
                findings.signature(),
                findings.reading(),
                versions,
                failures,
                clock.instant());
    }
}
