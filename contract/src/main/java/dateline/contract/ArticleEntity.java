package dateline.contract;

import org.jspecify.annotations.Nullable;

/**
 * An entity of an article, its mentions added up.
 *
 * @param id stable across articles; one that begins with {@code nil:} is not in the knowledge base
 * @param name the name to show, in English where the knowledge base has one
 * @param type what kind of thing it is
 * @param wikidata its Wikidata id, only where that was verified
 * @param mentions how often the article names it
 * @param salience how much the article is about it, from 0 to 1
 * @param firstMention where it is first named: the offset in the body, or -1 if already in the title
 */
public record ArticleEntity(
        String id,
        String name,
        EntityType type,
        @Nullable String wikidata,
        int mentions,
        double salience,
        int firstMention) {}
