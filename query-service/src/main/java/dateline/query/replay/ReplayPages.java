package dateline.query.replay;

import dateline.query.console.Operator;
import dateline.query.neighbour.Answer;
import dateline.query.neighbour.Neighbour;
import dateline.query.neighbour.Neighbours;
import dateline.query.search.InvalidParameter;
import dateline.query.search.SearchUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /console/replay}: enriching articles anew. */
@Controller
@RequestMapping("/console/replay")
class ReplayPages {
    private static final String ID = "{id:[A-Za-z0-9-]{1,80}}";
    private static final int SHOWN = 100;

    private final Neighbours neighbours;
    private final FoundReplayController found;

    ReplayPages(Neighbours neighbours, FoundReplayController found) {
        this.neighbours = neighbours;
        this.found = found;
    }

    @GetMapping
    String list(Model model, HttpServletResponse response) {
        Answer answer = neighbours.enrich().get("/api/replays");
        if (answer instanceof Answer.Done done) {
            List<ReplayLine> read = done.as(ReplayLine.All.class).replays();
            List<ReplayLine> all = read == null ? List.of() : read;
            model.addAttribute("replays", all.subList(0, Math.min(SHOWN, all.size())));
            model.addAttribute("busy", all.stream().anyMatch(ReplayLine::isOpen));
        } else {
            fail(answer, model, response);
        }
        return "console/replays";
    }

    @GetMapping("/" + ID)
    String one(@PathVariable String id, Model model, HttpServletResponse response) {
        Answer answer = neighbours.enrich().get("/api/replays/" + id);
        model.addAttribute("id", id);
        if (answer instanceof Answer.Done done) {
            model.addAttribute("replay", done.as(ReplayLine.class));
        } else {
            fail(answer, model, response);
        }
        return "console/replay";
    }

    /** Orders it; with words to search for, what a search finds, else what the other conditions select. */
    @PostMapping
    String order(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String articles,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "dry-run") String how,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        boolean dryRun = !how.equals("write");
        if (!q.isBlank()) {
            return orderFound(q, outlet, from, to, reason, dryRun, redirect);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        putUnlessBlank(form, "from", from);
        putUnlessBlank(form, "to", to);
        putWords(form, "outlets", outlet);
        putWords(form, "articles", articles);
        if (form.isEmpty() && !all) {
            redirect.addFlashAttribute(
                    "problem", "Say which articles: give a condition, or tick that really all are meant.");
            return "redirect:/console/replay";
        }
        form.put("dryRun", dryRun);
        form.put("reason", reason);
        Answer answer = enrich(request).post("/api/replays", form);
        if (answer instanceof Answer.Done done) {
            redirect.addFlashAttribute("done", dryRun ? "The dry run is ordered." : "The replay is ordered.");
            return "redirect:/console/replay/" + done.json().path("id").asString("");
        }
        redirect.addFlashAttribute("problem", answer.problem());
        return "redirect:/console/replay";
    }

    private String orderFound(
            String q,
            String outlet,
            String from,
            String to,
            String reason,
            boolean dryRun,
            RedirectAttributes redirect) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("q", q.strip());
        Map.of("outlet", outlet, "from", from, "to", to).forEach((name, value) -> {
            if (!value.isBlank()) {
                query.add(name, value.strip());
            }
        });
        query.add("dryRun", Boolean.toString(dryRun));
        query.add("reason", reason);
        try {
            FoundReplayController.Ordered ordered = found.order(query);
            if (ordered.replays().isEmpty()) {
                redirect.addFlashAttribute("problem", "The search finds no article, so nothing was ordered.");
                return "redirect:/console/replay";
            }
            redirect.addFlashAttribute(
                    "done",
                    ordered.articles() + " articles were found, and " + (dryRun ? "a dry run" : "a replay")
                            + " of them is ordered.");
            return ordered.replays().size() == 1
                    ? "redirect:/console/replay/" + ordered.replays().getFirst()
                    : "redirect:/console/replay";
        } catch (InvalidParameter e) {
            redirect.addFlashAttribute("problem", "This can not be searched for: " + e.getMessage() + ".");
        } catch (ErrorResponseException e) {
            redirect.addFlashAttribute("problem", e.getBody().getDetail());
        } catch (SearchUnavailable | FoundReplayController.NotOrdered e) {
            redirect.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/console/replay";
    }

    @PostMapping("/" + ID + "/cancel")
    String cancel(@PathVariable String id, RedirectAttributes redirect, HttpServletRequest request) {
        Answer answer = enrich(request).delete("/api/replays/" + id);
        if (answer instanceof Answer.Done) {
            redirect.addFlashAttribute("done", "It is called off. What was written stays.");
        } else {
            redirect.addFlashAttribute("problem", answer.problem());
        }
        return "redirect:/console/replay/" + id;
    }

    private static void putUnlessBlank(Map<String, Object> form, String name, String value) {
        if (!value.isBlank()) {
            form.put(name, value.strip());
        }
    }

    private static void putWords(Map<String, Object> form, String name, String value) {
        List<String> words = Arrays.stream(value.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
            form.put(name, words);
        }
    }

    private Neighbour enrich(HttpServletRequest request) {
        return neighbours.enrich().on(Operator.of(request));
    }

    private static void fail(Answer answer, Model model, HttpServletResponse response) {
        response.setStatus(answer instanceof Answer.Refused refused ? refused.status() : 503);
        model.addAttribute("problem", answer.problem());
    }
}
