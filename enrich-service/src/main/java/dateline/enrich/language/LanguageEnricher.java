package dateline.enrich.language;

import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.enrich.pipeline.Soon;
import org.springframework.stereotype.Component;

/** Notes the language of the body; every later choice of analyzer and tagger follows from it. */
@Component
public final class LanguageEnricher implements Enricher {
    private final Soon<LanguageIdentifier> identifier = Soon.of(LanguageIdentifier::new);

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public void awaitLoaded() {
        identifier.get();
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        String body = article.article().body();
        String text = body.isBlank() ? article.article().title() : body;
        findings.language(identifier.get().identify(text, article.article().declaredLanguage()));
    }
}
