package dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What edits at run time change, and which are refused. */
class EditsTests {
    private static final Source OWN = new Source("own", "Apache-2.0", "", "");
    private final KnowledgeBase knowledge = new KnowledgeBase(
            List.of(
                    entity("org:a", "Alpha", List.of(), "Alfa"),
                    entity("org:b", "Beta", List.of(), "Alfa"),
                    entity("org:c", "Gamma", List.of()),
                    new Entity(
                            "person:p",
                            EntityKind.BUSINESS,
                            "Pat",
                            List.of(name("Pat")),
                            null,
                            List.of(new Role("head", "org:a", null, null)),
                            null,
                            0,
                            0,
                            null,
                            0.1,
                            Set.of(),
                            OWN)),
            List.of());

    @Test
    void anAliasIsAdded() {
        assertThat(names(knowledge.with(List.of(new Edit.AddAlias("org:a", name("Альфа")))), "org:a"))
                .containsExactly("Alpha", "Alfa", "Альфа");
    }

    @Test
    void anAliasMayBelongToTwo() {
        assertThat(names(knowledge.with(List.of(new Edit.AddAlias("org:c", name("Alfa")))), "org:c"))
                .contains("Alfa");
    }

    @Test
    void aWrongAliasIsBlocked() {
        assertThat(names(knowledge.with(List.of(new Edit.BlockAlias("org:b", "Alfa"))), "org:b"))
                .containsExactly("Beta");
    }

    @Test
    void theMergedIdLeadsToTheOneThatStays() {
        KnowledgeBase merged = knowledge.with(List.of(new Edit.Merge("org:a", "org:b")));

        assertThat(merged.find("org:a")).isEqualTo(merged.find("org:b")).isPresent();
        assertThat(names(merged, "org:a")).containsExactly("Beta", "Alfa", "Alpha");
        assertThat(merged.entities()).extracting(Entity::id).containsExactly("org:b", "org:c", "person:p");
        assertThat(merged.find("person:p").orElseThrow().roles())
                .extracting(Role::of)
                .containsExactly("org:b");
    }

    @Test
    void mergesFollowEachOther() {
        KnowledgeBase merged =
                knowledge.with(List.of(new Edit.Merge("org:a", "org:b"), new Edit.Merge("org:b", "org:c")));

        assertThat(merged.find("org:a").orElseThrow().id()).isEqualTo("org:c");
    }

    @Test
    void aSplitUndoesAMerge() {
        KnowledgeBase split = knowledge
                .with(List.of(new Edit.Merge("org:a", "org:b")))
                .with(List.of(new Edit.Split("org:b", "org:a", "Alpha", List.of("Alpha"))));

        assertThat(names(split, "org:a")).containsExactly("Alpha");
        assertThat(names(split, "org:b")).containsExactly("Beta", "Alfa");
        assertThat(split.find("org:a").orElseThrow().differentFrom()).containsExactly("org:b");
    }

    @Test
    void aMergeCycleIsRefused() {
        refused("would be a cycle", new Edit.Merge("org:a", "org:b"), new Edit.Merge("org:b", "org:a"));
        refused("would be a cycle", new Edit.Merge("org:a", "org:a"));
        refused(
                "would be a cycle",
                new Edit.Merge("org:a", "org:b"),
                new Edit.Merge("org:b", "org:c"),
                new Edit.Merge("org:c", "org:a"));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("there is no org:x", new Edit.AddAlias("org:x", name("X")));
        refused("is called Alfa already", new Edit.AddAlias("org:a", name("Alfa")));
        refused("must not be blank", new Edit.AddAlias("org:a", name(" ")));
        refused("is not called Omega", new Edit.BlockAlias("org:a", "Omega"));
        refused("is the only name", new Edit.BlockAlias("org:c", "Gamma"));
        refused("they cannot be one", new Edit.Merge("org:a", "person:p"));
        refused("exists already", new Edit.Split("org:a", "org:b", "B", List.of("Alfa")));
        refused("both must have a name", new Edit.Split("org:a", "org:d", "D", List.of("Alpha", "Alfa")));
        refused("both must have a name", new Edit.Split("org:a", "org:d", "D", List.of()));
        refused("is not called all of", new Edit.Split("org:a", "org:d", "D", List.of("Omega")));
        refused("must begin with org", new Edit.Split("org:a", "person:d", "D", List.of("Alfa")));
        refused("no id", new Edit.Split("org:a", "D", "D", List.of("Alfa")));
    }

    @Test
    void theKnowledgeBeforeAnEditStaysAsItWas() {
        knowledge.with(List.of(new Edit.Merge("org:a", "org:b")));

        assertThat(knowledge.find("org:a").orElseThrow().id()).isEqualTo("org:a");
        assertThat(knowledge.entities()).hasSize(4);
    }

    private void refused(String message, Edit... edits) {
        assertThatThrownBy(() -> knowledge.with(Arrays.asList(edits)))
                .isInstanceOf(EditConflictException.class)
                .hasMessageContaining(message);
    }

    private static List<String> names(KnowledgeBase knowledge, String id) {
        return knowledge.find(id).orElseThrow().names().stream()
                .map(EntityName::text)
                .toList();
    }

    private static EntityName name(String text) {
        return new EntityName(text, "en", EntityName.Kind.NAME);
    }

    private static Entity entity(String id, String shown, List<Role> roles, String... more) {
        return new Entity(
                id,
                EntityKind.COMPANY,
                shown,
                Stream.concat(Stream.of(shown), Stream.of(more))
                        .map(EditsTests::name)
                        .toList(),
                null,
                roles,
                null,
                0,
                0,
                null,
                0.1,
                Set.of(),
                OWN);
    }
}
