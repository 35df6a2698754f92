package dateline.query.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.console.Address;
import dateline.query.console.Operator;
import dateline.query.console.Pages;
import dateline.query.neighbour.Answer;
import dateline.query.neighbour.Neighbour;
import dateline.query.neighbour.Neighbours;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** {@code /console/knowledge}: who is called what, corrections of it, and who made them. */
@Controller
@RequestMapping("/console/knowledge")
class KnowledgePages {
    private static final int SIZE = 50;

    private final Neighbours neighbours;

    KnowledgePages(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Entities that bear a name. */
    record Found(@Nullable List<EntityLine> entities) {}

    /** All edits, the newest first. */
    record Trail(@Nullable List<EditLine> edits) {}

    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("name", name.strip());
        if (!name.isBlank()) {
            Answer answer = neighbours
                    .enrich()
                    .get(Address.of("/api/entities").with("name", name.strip()).toString());
            if (answer instanceof Answer.Done done) {
                model.addAttribute("found", done.as(Found.class).entities());
            } else {
                fail(answer, model, response);
            }
        }
        trail(page, model, response);
        return "console/knowledge";
    }

    private void trail(int page, Model model, HttpServletResponse response) {
        Answer answer = neighbours.enrich().get("/api/entities/edits");
        if (answer instanceof Answer.Done done) {
            List<EditLine> read = done.as(Trail.class).edits();
            List<EditLine> all = read == null ? List.of() : read;
            int from = Math.min(all.size(), Math.max(0, page) * SIZE);
            model.addAttribute("edits", all.subList(from, Math.min(all.size(), from + SIZE)));
            model.addAttribute(
                    "pages", Pages.of(Address.of("/console/knowledge"), Math.max(0, page), SIZE, all.size()));
        } else {
            fail(answer, model, response);
        }
    }

    @GetMapping("/{id:.+:.+}")
    String entity(@PathVariable String id, Model model, HttpServletResponse response) {
        Answer answer = neighbours.enrich().get("/api/entities/" + UriUtils.encodePathSegment(id, UTF_8));
        model.addAttribute("id", id);
        if (answer instanceof Answer.Done done) {
            model.addAttribute("entity", done.as(EntityLine.class));
        } else {
            fail(answer, model, response);
        }
        return "console/entity";
    }

    /** Makes an edit; which parameters it needs, depends on {@code edit}. */
    @PostMapping("/edits")
    String edit(
            @RequestParam String edit,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String newId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String texts,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("edit", edit);
        Map.of("id", id, "text", text, "language", language, "kind", kind, "into", into, "newId", newId, "name", name)
                .forEach((field, value) -> {
                    if (!value.isBlank()) {
                        form.put(field, value.strip());
                    }
                });
        List<String> spellings = Arrays.stream(texts.split("[\\r\\n;]+"))
                .map(String::strip)
                .filter(spelling -> !spelling.isEmpty())
                .toList();
        if (!spellings.isEmpty()) {
            form.put("texts", spellings);
        }
        form.put("by", Operator.of(request));
        form.put("why", why);
        Answer answer = enrich(request).post("/api/entities/edits", form);
        if (answer instanceof Answer.Done done) {
            int also = done.json().path("alsoCalled").size();
            redirect.addFlashAttribute(
                    "done",
                    "Edit " + done.json().path("edit").path("number").asInt(0)
                            + " is in effect. Articles that were read"
                            + " before keep what was found then until they are enriched anew."
                            + (also == 0 ? "" : " Others are called so, too: the article decides who is meant."));
        } else {
            redirect.addFlashAttribute("problem", answer.problem());
        }
        String next = edit.equals("merge") && answer instanceof Answer.Done ? into.strip() : id.strip();
        return "redirect:/console/knowledge/" + UriUtils.encodePathSegment(next, UTF_8);
    }

    @PostMapping("/edits/{number}/undo")
    String undo(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String entity,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        Answer answer = enrich(request)
                .post(
                        "/api/entities/edits/" + number + "/undo",
                        Map.of("by", Operator.of(request), "why", why.isBlank() ? "undone in the console" : why));
        if (answer instanceof Answer.Done) {
            redirect.addFlashAttribute("done", "Edit " + number + " is undone.");
        } else {
            redirect.addFlashAttribute("problem", answer.problem());
        }
        return "redirect:/console/knowledge"
                + (entity.isBlank() ? "" : "/" + UriUtils.encodePathSegment(entity, UTF_8));
    }

    private Neighbour enrich(HttpServletRequest request) {
        return neighbours.enrich().on(Operator.of(request));
    }

    private static void fail(Answer answer, Model model, HttpServletResponse response) {
        response.setStatus(answer instanceof Answer.Refused refused ? refused.status() : 503);
        model.addAttribute("problem", answer.problem());
    }
}
