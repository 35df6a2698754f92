package dateline.enrich.tagger;

import dateline.enrich.pipeline.Soon;
import dateline.enrich.token.Tokens;
import java.util.List;

/** A tagger whose model is loaded beside the start. */
public final class LoadingTagger implements NameTagger {
    private final Soon<StatisticalTagger> tagger = Soon.of(StatisticalTagger::load);

    @Override
    public boolean reads(String language) {
        return tagger.get().reads(language);
    }

    @Override
    public void awaitLoaded() {
        tagger.get();
    }

    @Override
    public List<TaggedSpan> tag(Tokens tokens) {
        return tagger.get().tag(tokens);
    }
}
