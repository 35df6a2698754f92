package dateline.enrich.entity;

import dateline.enrich.entity.AliasIndex.Role;
import dateline.enrich.knowledge.Entity;

/**
 * An entity that a span may refer to.
 *
 * @param entity number in the index
 * @param record the entity
 * @param role what kind of name was read
 * @param language of the name
 * @param inflected whether a word was brought into its dictionary form
 * @param exact whether the text has the name's very letters
 */
record Candidate(int entity, Entity record, Role role, String language, boolean inflected, boolean exact) {}
