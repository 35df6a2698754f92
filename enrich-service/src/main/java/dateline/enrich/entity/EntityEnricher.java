package dateline.enrich.entity;

import dateline.contract.ArticleLanguage;
import dateline.contract.Block;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.enrich.tagger.NameTagger;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes whom the article names. Runs after the language is known: names are inflected differently in each. */
@Component
class EntityEnricher implements Enricher {
    /** "MINSK (BelTA) —", "Baku, 21 April": the place is what stands before the first mark. */
    private static final Pattern DATELINE_PLACE = Pattern.compile("[^,(–—\\-.]{2,40}");

    private static final String RULES = "1";

    /** A tagger, and which edition of the knowledge base it was built from. */
    private record Reader(EntityTagger tagger, String version) {}

    private final CurrentKnowledge knowledge;
    private final NameTagger names;
    private final Supplier<Reader> reader;

    EntityEnricher(CurrentKnowledge knowledge, NameTagger names) {
        this.knowledge = knowledge;
        this.names = names;
        reader = knowledge.derive(this::read);
    }

    private Reader read(CurrentKnowledge.Edition edition) {
        return new Reader(new EntityTagger(edition.base(), names), RULES + edition.suffix());
    }

    @Override
    public void awaitLoaded() {
        Objects.requireNonNull(reader.get());
        names.awaitLoaded();
    }

    @Override
    public String name() {
        return "entity";
    }

    @Override
    public String version() {
        knowledge.awaitComplete();
        return reader.get().version();
    }

    @Override
    public void enrich(RawArticle raw, Findings findings) {
        IncomingArticle article = raw.article();
        ArticleLanguage language = findings.language();
        knowledge.awaitComplete();
        EntityAnnotations found = reader.get()
                .tagger()
                .annotate(
                        article.title(),
                        article.body(),
                        language == null ? "und" : language.tag(),
                        new ArticleContext(article.outlet().country(), datelinePlace(article)));
        findings.entities(found.mentions(), found.entities());
    }

    private static @Nullable String datelinePlace(IncomingArticle article) {
        return article.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.DATELINE)
                .map(block -> DATELINE_PLACE.matcher(block.text()))
                .filter(Matcher::lookingAt)
                .map(place -> place.group().strip())
                .findFirst()
                .orElse(null);
    }
}
