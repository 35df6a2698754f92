package dateline.enrich.knowledge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A change to the knowledge base while it is in use. As JSON, {@code edit} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edit.AddAlias.class, name = "add-alias"),
    @JsonSubTypes.Type(value = Edit.BlockAlias.class, name = "block-alias"),
    @JsonSubTypes.Type(value = Edit.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Edit.Split.class, name = "split")
})
public sealed interface Edit {
    /**
     * Somebody or something has one more name.
     *
     * @param id who or what
     * @param name the name; another entity may have it too
     */
    record AddAlias(String id, EntityName name) implements Edit {}

    /**
     * A spelling is no name of that entity, whatever the files say.
     *
     * @param id who or what
     * @param text the spelling
     */
    record BlockAlias(String id, String text) implements Edit {}

    /**
     * Two entities are one: the first ends, its names go to the second, and its id leads there from now on.
     *
     * @param id which ends
     * @param into which stays
     */
    record Merge(String id, String into) implements Edit {}

    /**
     * One entity turns out to be two: a new one takes some of its names. Undoes a merge, too.
     *
     * @param id which gives names away
     * @param newId which is founded with them; must be free
     * @param name what to show of the new one, in English
     * @param texts the spellings that move
     */
    record Split(String id, String newId, String name, List<String> texts) implements Edit {
        public Split {
            texts = List.copyOf(texts);
        }
    }

    /** The entity that the edit is about. */
    String id();
}
