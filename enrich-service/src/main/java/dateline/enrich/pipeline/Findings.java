package dateline.enrich.pipeline;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.DateMention;
import dateline.contract.Figure;
import dateline.contract.Geography;
import dateline.contract.Mention;
import dateline.contract.Quote;
import dateline.contract.ReadingAids;
import dateline.contract.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been found in one article so far. Belongs to one article and one thread. */
public final class Findings {
    private @Nullable ArticleLanguage language;
    private List<Mention> mentions = List.of();
    private List<ArticleEntity> entities = List.of();
    private List<ArticleTopic> topics = List.of();
    private List<Quote> quotes = List.of();
    private @Nullable Geography geography;
    private List<DateMention> dates = List.of();
    private List<Figure> figures = List.of();
    private @Nullable Signature signature;
    private @Nullable ReadingAids reading;

    /** The language; null before it was decided. */
    public @Nullable ArticleLanguage language() {
        return language;
    }

    public void language(ArticleLanguage found) {
        language = found;
    }

    /** Where the article names whom, in order of title, then body. */
    public List<Mention> mentions() {
        return mentions;
    }

    /** Whom the article names, the most salient first. */
    public List<ArticleEntity> entities() {
        return entities;
    }

    public void entities(List<Mention> foundMentions, List<ArticleEntity> foundEntities) {
        mentions = List.copyOf(foundMentions);
        entities = List.copyOf(foundEntities);
    }

    /** What the article is about, the surest first; behind them the operator's own topics. */
    public List<ArticleTopic> topics() {
        return topics;
    }

    public void topics(List<ArticleTopic> found) {
        topics = List.copyOf(found);
    }

    /** Who is quoted with what, in order. */
    public List<Quote> quotes() {
        return quotes;
    }

    public void quotes(List<Quote> found) {
        quotes = List.copyOf(found);
    }

    /** Where the article plays; null before it was looked for. */
    public @Nullable Geography geography() {
        return geography;
    }

    public void geography(Geography found) {
        geography = found;
    }

    /** Points and periods of time that the body names, in order. */
    public List<DateMention> dates() {
        return dates;
    }

    public void dates(List<DateMention> found) {
        dates = List.copyOf(found);
    }

    /** Amounts that the body names, in order. */
    public List<Figure> figures() {
        return figures;
    }

    public void figures(List<Figure> found) {
        figures = List.copyOf(found);
    }

    /** The body's print for finding near-duplicates; null before it was made. */
    public @Nullable Signature signature() {
        return signature;
    }

    public void signature(Signature made) {
        signature = made;
    }

    /** Keywords, length and tone; null before they were looked for. */
    public @Nullable ReadingAids reading() {
        return reading;
    }

    public void reading(ReadingAids found) {
        reading = found;
    }
}
