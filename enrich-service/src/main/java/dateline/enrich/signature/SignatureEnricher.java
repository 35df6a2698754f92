package dateline.enrich.signature;

import dateline.contract.Block;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes the body's print. A dateline is left out: every outlet writes it in its own way. */
@Component
class SignatureEnricher implements Enricher {
    private final MinHash minHash = new MinHash();

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        String text = article.article().blocks().stream()
                .filter(block -> block.kind().isBody() && block.kind() != Block.Kind.DATELINE)
                .map(Block::text)
                .collect(Collectors.joining(IncomingArticle.BLOCK_SEPARATOR));
        findings.signature(minHash.of(text));
    }
}
