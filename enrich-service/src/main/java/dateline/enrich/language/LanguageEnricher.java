package dateline.enrich.language;

import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import org.springframework.stereotype.Component;

/** Notes the language of the body; every later choice of analyzer and tagger follows from it. */
@Component
class LanguageEnricher implements Enricher {
    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        String body = article.article().body();
        String text = body.isBlank() ? article.article().title() : body;
        findings.language(identifier.identify(text, article.article().declaredLanguage()));
    }
}
