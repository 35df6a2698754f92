package dateline.enrich.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.access.Caller;
import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.knowledge.Edit;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.token.Folding;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base over HTTP: look entities up, edit them, read who edited what. */
@RestController
@RequestMapping("/api/entities")
class EntityController {
    private static final int MOST = 50;
    private static final String EDITS = "/api/entities/edits/";

    /** What was asked for does not exist. */
    static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;

        NotFound(String field, String message) {
            super(message);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** Entities that bear a name, the likeliest first. */
    record Entities(List<EntityView> entities) {}

    /** All edits, the newest first. */
    record AuditTrail(List<AuditedEdit> edits) {}

    /**
     * An edit that is in effect.
     *
     * @param alsoCalled ids of others that bear the name that was added; the article decides who is meant
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Made(AuditedEdit edit, List<String> alsoCalled) {}

    /** Who undoes an edit, and why. */
    record Undo(@Nullable String by, @Nullable String why) {}

    private final CurrentKnowledge knowledge;
    private final EditFollower follower;
    private final EditWriter writer;

    EntityController(CurrentKnowledge knowledge, EditFollower follower, EditWriter writer) {
        this.knowledge = knowledge;
        this.follower = follower;
        this.writer = writer;
    }

    @GetMapping
    Entities find(@RequestParam(defaultValue = "") String name) {
        if (name.isBlank() || Folding.fold(name.strip()).isEmpty()) {
            throw new InvalidField("name", "is missing: a name in any script");
        }
        KnowledgeBase now = knowledge.get();
        List<AuditedEdit> edits = follower.edits();
        return new Entities(EntityLookup.find(now, name, MOST).stream()
                .map(entity -> EntityView.of(entity, now, edits))
                .toList());
    }

    /** The entity, or the one that it was merged into. */
    @GetMapping("/{id}")
    EntityView get(@PathVariable String id) {
        KnowledgeBase now = knowledge.get();
        Entity entity = now.find(id).orElseThrow(() -> new NotFound("id", "there is no entity " + id));
        return EntityView.of(entity, now, follower.edits());
    }

    @GetMapping("/edits")
    AuditTrail edits() {
        return new AuditTrail(follower.edits().reversed());
    }

    @GetMapping("/edits/{number}")
    AuditedEdit edit(@PathVariable int number) {
        List<AuditedEdit> edits = follower.edits();
        if (number < 1 || number > edits.size()) {
            throw new NotFound("number", "there is no edit " + number);
        }
        return edits.get(number - 1);
    }

    @PostMapping(path = "/edits", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> make(@RequestBody EditForm form, HttpServletRequest http) {
        AuditedEdit edit = writer.change(form.change(), who(form, http), form.reason());
        return created(edit);
    }

    @PostMapping(path = "/edits/{number}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> undo(@PathVariable int number, @RequestBody Undo undo, HttpServletRequest http) {
        edit(number);
        EditForm form = new EditForm(null, null, null, null, null, null, null, null, null, undo.by(), undo.why());
        return created(writer.undo(number, who(form, http), form.reason()));
    }

    /** Who is known need not say who they are, and can not say they are another. */
    private static String who(EditForm form, HttpServletRequest http) {
        if (!Caller.isKnown(http)) {
            return form.who();
        }
        return Caller.actor(http, form.by() == null ? null : form.who());
    }

    private ResponseEntity<Made> created(AuditedEdit edit) {
        return ResponseEntity.created(URI.create(EDITS + edit.number()))
                .body(new Made(edit, alsoCalled(edit.change())));
    }

    private List<String> alsoCalled(@Nullable Edit change) {
        if (!(change instanceof Edit.AddAlias add)) {
            return List.of();
        }
        String text = Folding.fold(add.name().text());
        KnowledgeBase now = knowledge.get();
        String own = now.find(add.id()).map(Entity::id).orElse(add.id());
        return now.entities().stream()
                .filter(entity -> !entity.id().equals(own))
                .filter(entity -> entity.names().stream()
                        .anyMatch(name -> Folding.fold(name.text()).equals(text)))
                .map(Entity::id)
                .toList();
    }
}
