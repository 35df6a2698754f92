package dateline.enrich.quote;

import dateline.contract.ArticleLanguage;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import org.springframework.stereotype.Component;

/** Notes who is quoted with what. Runs after the entities: speakers are taken from their mentions. */
@Component
class QuoteEnricher implements Enricher {
    private final QuoteFinder finder = new QuoteFinder();

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        ArticleLanguage language = findings.language();
        findings.quotes(
                finder.find(article.article().body(), language == null ? "und" : language.tag(), findings.mentions()));
    }
}
