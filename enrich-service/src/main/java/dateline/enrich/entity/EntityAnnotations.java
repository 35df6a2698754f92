package dateline.enrich.entity;

import dateline.contract.ArticleEntity;
import dateline.contract.Mention;
import java.util.List;

/**
 * Whom an article names.
 *
 * @param mentions in order of title, then body; they do not overlap
 * @param entities the most salient first
 */
public record EntityAnnotations(List<Mention> mentions, List<ArticleEntity> entities) {
    public EntityAnnotations {
        mentions = List.copyOf(mentions);
        entities = List.copyOf(entities);
    }
}
