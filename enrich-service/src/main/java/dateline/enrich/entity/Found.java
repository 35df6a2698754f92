package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A mention while the article is being read, in tokens.
 *
 * @param entity what it refers to; null for what the knowledge base does not know
 * @param id the entity's id, known or not
 * @param name the name to show
 */
record Found(
        int from,
        int to,
        EntityType type,
        @Nullable Entity entity,
        String id,
        String name,
        double confidence,
        Mention.By by) {
    static Found known(int from, int to, Entity entity, double confidence, Mention.By by) {
        return new Found(from, to, entity.type(), entity, entity.id(), entity.name(), confidence, by);
    }

    static Found unknown(int from, int to, EntityType type, String name, double confidence, Mention.By by) {
        return new Found(from, to, type, null, Slugs.nil(type, name), name, confidence, by);
    }

    /** The same mention, begun at another token. */
    Found from(int token) {
        return new Found(token, to, type, entity, id, name, confidence, by);
    }

    int length() {
        return to - from;
    }
}
