package dateline.enrich.entity;

import dateline.contract.ArticleEntity;
import dateline.contract.Mention;
import dateline.contract.Mention.Field;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what was found in tokens into mentions with offsets, and adds them up by entity. */
final class Annotations {
    /** Mentions beyond so many make an entity no more salient. */
    private static final double MANY = 8;

    private Annotations() {}

    static EntityAnnotations of(Reading reading, List<Found> found, int bodyStart) {
        List<Mention> mentions = new ArrayList<>(found.size());
        Map<String, List<Found>> byEntity = new LinkedHashMap<>();
        for (Found one : found) {
            mentions.add(mention(reading.tokens, one, bodyStart));
            byEntity.computeIfAbsent(one.id(), id -> new ArrayList<>(2)).add(one);
        }
        int length = Math.max(1, reading.tokens.text().length() - bodyStart);
        List<ArticleEntity> entities = new ArrayList<>(byEntity.size());
        byEntity.forEach((id, of) -> entities.add(entity(reading.tokens, of, bodyStart, length)));
        entities.sort(Comparator.comparingDouble(ArticleEntity::salience)
                .reversed()
                .thenComparingInt(ArticleEntity::firstMention)
                .thenComparing(ArticleEntity::id));
        return new EntityAnnotations(mentions, entities);
    }

    private static Mention mention(Tokens tokens, Found found, int bodyStart) {
        int start = tokens.start(found.from());
        int end = tokens.end(found.to() - 1);
        String surface = tokens.text().substring(start, end);
        boolean inBody = start >= bodyStart;
        int shift = inBody ? bodyStart : 0;
        return new Mention(
                inBody ? Field.BODY : Field.TITLE,
                start - shift,
                end - shift,
                surface,
                found.type(),
                found.id(),
                Math.round(found.confidence() * 100) / 100.0,
                found.by());
    }

    /** Being named in the title, early and often makes an entity what the article is about. */
    private static ArticleEntity entity(Tokens tokens, List<Found> mentions, int bodyStart, int length) {
        Found first = mentions.getFirst();
        boolean inTitle = tokens.start(first.from()) < bodyStart;
        int offset = inTitle ? -1 : tokens.start(first.from()) - bodyStart;
        double early = inTitle ? 1 : 1 - Math.min(1, 2.0 * offset / length);
        double often = Math.min(1, Math.log1p(mentions.size()) / Math.log1p(MANY));
        double salience = 0.35 * (inTitle ? 1 : 0) + 0.25 * early + 0.4 * often;
        return new ArticleEntity(
                first.id(),
                first.name(),
                first.type(),
                first.entity() == null
                        ? null
                        : first.entity().wikidata().map(qid -> qid.id()).orElse(null),
                mentions.size(),
                Math.round(salience * 1000) / 1000.0,
                offset);
    }
}
