package dateline.enrich.reading;

import dateline.contract.ArticleLanguage;
import dateline.contract.Mention;
import dateline.contract.RawArticle;
import dateline.contract.ReadingAids;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Notes keywords, length and tone. Runs after the entities: names have no tone. */
@Component
class ReadingEnricher implements Enricher {
    private final Tokenizer tokenizer = new Tokenizer();
    private final Keywords keywords = new Keywords();
    private final ReadingSpeed speed = new ReadingSpeed();
    private final Tone tone = new Tone();

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle raw, Findings findings) {
        ArticleLanguage known = findings.language();
        String language =
                known == null ? "und" : Locale.forLanguageTag(known.tag()).getLanguage();
        String title = raw.article().title();
        String lead = title.isEmpty() ? "" : title + "\n\n";
        Tokens tokens = tokenizer.tokenize(lead + raw.article().body());
        BitSet names = names(findings.mentions(), lead.length());
        int words = speed.words(tokens);
        findings.reading(new ReadingAids(
                keywords.of(tokens, language),
                words,
                speed.seconds(words, language),
                tone.of(tokens, language, (start, end) -> names.get(start))));
    }

    private static BitSet names(List<Mention> mentions, int lead) {
        BitSet names = new BitSet();
        for (Mention mention : mentions) {
            int shift = mention.field() == Mention.Field.BODY ? lead : 0;
            names.set(mention.start() + shift, mention.end() + shift);
        }
        return names;
    }
}
