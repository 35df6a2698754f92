package dateline.enrich.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.enrich.edit.AuditedEdit.Status;
import dateline.enrich.knowledge.Edit;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of edits that follow each other in the log. */
class EditHistoryTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private final EditHistory history =
            new EditHistory(new KnowledgeBase(List.of(entity("org:a", "Alpha"), entity("org:b", "Beta")), List.of()));

    @Test
    void editsAreNumberedFromOneAndKeptWithWhoWhenAndWhy() {
        AuditedEdit edit = history.append(change(new Edit.AddAlias("org:a", name("Альфа"))));

        assertThat(edit)
                .isEqualTo(new AuditedEdit(
                        1,
                        Status.APPLIED,
                        new Edit.AddAlias("org:a", name("Альфа")),
                        null,
                        "anna",
                        "seen in print",
                        NOW,
                        null,
                        null,
                        null));
        assertThat(history.lastChange()).isEqualTo(1);
        assertThat(names("org:a")).containsExactly("Alpha", "Альфа");
    }

    @Test
    void ofTwoMergesThatMakeACycleTheSecondIsRefusedAndStaysInTheTrail() {
        history.append(change(new Edit.Merge("org:a", "org:b")));
        AuditedEdit second = history.append(change(new Edit.Merge("org:b", "org:a")));

        assertThat(second.status()).isEqualTo(Status.REFUSED);
        assertThat(second.field()).isEqualTo("into");
        assertThat(second.refusal()).contains("would be a cycle");
        assertThat(history.edits()).hasSize(2).last().isEqualTo(second);
        assertThat(history.lastChange()).isEqualTo(1);
    }

    @Test
    void anUndoneEditIsNoLongerInEffectAndSaysWhoUndidIt() {
        history.append(change(new Edit.Merge("org:a", "org:b")));
        AuditedEdit undo = history.append(undo(1));

        assertThat(undo.status()).isEqualTo(Status.APPLIED);
        assertThat(history.knowledge().find("org:a").orElseThrow().id()).isEqualTo("org:a");
        assertThat(history.edits().getFirst().status()).isEqualTo(Status.UNDONE);
        assertThat(history.edits().getFirst().undoneBy()).isEqualTo(2);
        assertThat(history.lastChange()).isEqualTo(2);
    }

    @Test
    void anEditThatOthersBuildOnIsNotUndone() {
        history.append(change(new Edit.AddAlias("org:a", name("Alfa"))));
        history.append(change(new Edit.BlockAlias("org:a", "Alfa")));

        AuditedEdit undo = history.append(undo(1));

        assertThat(undo.status()).isEqualTo(Status.REFUSED);
        assertThat(undo.refusal()).contains("edit 2 builds on edit 1");
        assertThat(names("org:a")).containsExactly("Alpha");
    }

    @Test
    void onlyWhatIsInEffectCanBeUndone() {
        history.append(change(new Edit.BlockAlias("org:a", "Omega")));
        history.append(change(new Edit.AddAlias("org:a", name("Alfa"))));
        history.append(undo(2));

        assertThat(history.append(undo(1)).refusal()).contains("was refused");
        assertThat(history.append(undo(2)).refusal()).contains("is undone already");
        assertThat(history.append(undo(3)).refusal()).contains("undid another");
        assertThat(history.append(undo(99)).refusal()).contains("there is no edit 99");
        assertThat(history.append(undo(99)).field()).isEqualTo("number");
    }

    @Test
    void aRecordThatNobodyCanReadKeepsItsNumber() {
        history.appendUnreadable("unreadable: not JSON");

        assertThat(history.append(change(new Edit.AddAlias("org:a", name("Alfa"))))
                        .number())
                .isEqualTo(2);
        assertThat(history.edits().getFirst().status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void everyKindOfEditIsReadAsItWasWritten() {
        ContractJson json = new ContractJson();
        List<Edit> all = List.of(
                new Edit.AddAlias("org:a", name("Альфа")),
                new Edit.BlockAlias("org:a", "Alpha"),
                new Edit.Merge("org:a", "org:b"),
                new Edit.Split("org:a", "org:c", "C", List.of("Alpha")));
        for (Edit edit : all) {
            assertThat(json.read(json.write(change(edit)), EditRecord.class)).isEqualTo(change(edit));
        }
        assertThat(json.read(json.write(undo(7)), EditRecord.class)).isEqualTo(undo(7));
    }

    private List<String> names(String id) {
        return history.knowledge().find(id).orElseThrow().names().stream()
                .map(EntityName::text)
                .toList();
    }

    private static EditRecord change(Edit edit) {
        return new EditRecord("key", edit, null, "anna", "seen in print", NOW);
    }

    private static EditRecord undo(int number) {
        return new EditRecord("key", null, number, "anna", "was wrong", NOW);
    }

    private static EntityName name(String text) {
        return new EntityName(text, "ru", EntityName.Kind.NAME);
    }

    private static Entity entity(String id, String name) {
        return new Entity(
                id,
                EntityKind.COMPANY,
                name,
                List.of(name(name)),
                null,
                List.of(),
                null,
                0,
                0,
                null,
                0.1,
                Set.of(),
                new Source("own", "Apache-2.0", "", ""));
    }
}
