package dateline.enrich.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.contract.EntityType;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.Location;
import dateline.enrich.knowledge.Role;
import dateline.enrich.knowledge.WikidataId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it is shown: all that is known, where that came from, and what was edited.
 *
 * @param formerIds ids that were merged into this one
 * @param wikidata with the source that confirms it
 * @param source name of the record's source
 * @param licence of the record, SPDX
 * @param edits edits that name the entity or one that was merged into it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EntityView(
        String id,
        List<String> formerIds,
        String name,
        EntityType type,
        EntityKind kind,
        List<EntityName> names,
        @Nullable String country,
        List<Role> roles,
        @Nullable Location location,
        @Nullable Long geonames,
        @Nullable WikidataId wikidata,
        Set<String> differentFrom,
        String source,
        String licence,
        List<AuditedEdit> edits) {
    static EntityView of(Entity entity, KnowledgeBase knowledge, List<AuditedEdit> edits) {
        List<String> formerIds = knowledge.formerIds(entity.id());
        return new EntityView(
                entity.id(),
                formerIds,
                entity.name(),
                entity.type(),
                entity.kind(),
                entity.names(),
                entity.countryCode(),
                entity.roles(),
                entity.position(),
                entity.geonamesId() == 0 ? null : entity.geonamesId(),
                entity.wikidataId(),
                entity.differentFrom(),
                entity.source().name(),
                entity.source().licence(),
                edits.stream()
                        .filter(edit ->
                                edit.concerns(entity.id()) || formerIds.stream().anyMatch(edit::concerns))
                        .toList());
    }
}
