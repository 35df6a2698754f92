package dateline.query.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.console.Address;
import dateline.query.console.Operator;
import dateline.query.console.Pages;
import dateline.query.feeds.FeedLine.Listed;
import dateline.query.neighbour.Answer;
import dateline.query.neighbour.Neighbour;
import dateline.query.neighbour.Neighbours;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /console/feeds}: which feeds there are, how they stand, and what can be done to them. */
@Controller
@RequestMapping("/console/feeds")
class FeedPages {
    private static final int SIZE = 50;
    private static final int LONGEST_NAME = 300;

    private final Neighbours neighbours;

    FeedPages(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    private static final List<FeedOrder> ORDERS = List.of(
            new FeedOrder("", "title"),
            new FeedOrder("state", "state, worst first"),
            new FeedOrder("errors", "failures in a row"),
            new FeedOrder("news", "newest article"),
            new FeedOrder("polled", "last poll"),
            new FeedOrder("rate", "articles a day"),
            new FeedOrder("added", "when it was added"));

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HttpServletResponse response) {
        Address address = Address.of("/console/feeds")
                .with("q", q.strip())
                .with("state", state)
                .with("sort", sort);
        Answer answer = neighbours
                .ingest()
                .get(address.at("/api/feeds")
                        .with("page", Math.max(0, page))
                        .with("size", SIZE)
                        .toString());
        model.addAttribute("q", q.strip());
        model.addAttribute("state", state);
        model.addAttribute("sort", sort);
        model.addAttribute("orders", ORDERS);
        if (answer instanceof Answer.Done done) {
            Listed listed = done.as(Listed.class);
            model.addAttribute("feeds", listed.feeds() == null ? List.of() : listed.feeds());
            model.addAttribute("choices", choices(address, state, listed));
            model.addAttribute("pages", Pages.of(address, listed.page(), listed.size(), listed.total()));
            model.addAttribute(
                    "back", address.with("page", page == 0 ? null : page).toString());
        } else {
            fail(answer, model, response);
        }
        return "console/feeds";
    }

    private static List<StateChoice> choices(Address address, String state, Listed listed) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int all = listed.states() == null
                ? 0
                : listed.states().values().stream().mapToInt(Integer::intValue).sum();
        counts.put("", all);
        for (String each : List.of("failing", "gone", "new", "paused", "ok")) {
            counts.put(each, listed.in(each.toUpperCase(java.util.Locale.ROOT)));
        }
        counts.put("silent", listed.silent());
        return counts.entrySet().stream()
                .map(entry -> new StateChoice(
                        entry.getKey().isEmpty() ? "all" : entry.getKey(),
                        entry.getKey(),
                        entry.getValue(),
                        entry.getKey().equals(state),
                        address.with("state", entry.getKey()).toString()))
                .toList();
    }

    @GetMapping("/{id:[0-9a-f]{16}}")
    String feed(@PathVariable String id, Model model, HttpServletResponse response) {
        Answer answer = neighbours.ingest().get("/api/feeds/" + id);
        if (answer instanceof Answer.Done done) {
            model.addAttribute("feed", done.as(FeedLine.class));
        } else {
            fail(answer, model, response);
        }
        return "console/feed";
    }

    /** The form, and after a look at the address what is there. */
    @GetMapping("/add")
    String add(@RequestParam(defaultValue = "") String url, Model model) {
        model.addAttribute("url", url);
        return "console/feed-add";
    }

    /** Asks the address' server, so it is no mere look. */
    @PostMapping("/preview")
    String preview(@RequestParam String url, Model model, HttpServletRequest request) {
        model.addAttribute("url", url);
        Answer answer = ingest(request).post("/api/feeds/preview", Map.of("url", url.strip()));
        if (answer instanceof Answer.Done done) {
            model.addAttribute("preview", done.as(PreviewLine.class));
        } else {
            model.addAttribute("problem", answer.problem());
        }
        return "console/feed-add";
    }

    @PostMapping
    String subscribe(
            @RequestParam String url,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "true") boolean check,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("url", url.strip());
        if (!title.isBlank()) {
            form.put("title", cut(title));
        }
        Map<String, Object> who = new LinkedHashMap<>();
        if (!outlet.isBlank()) {
            who.put("name", cut(outlet));
        }
        if (!country.isBlank()) {
            who.put("country", country.strip());
        }
        if (!who.isEmpty()) {
            form.put("outlet", who);
        }
        // What was just previewed need not be asked for again.
        form.put("check", check);
        Answer answer = ingest(request).post("/api/feeds", form);
        if (answer instanceof Answer.Done done) {
            String id = done.json().path("feed").path("id").asString("");
            redirect.addFlashAttribute("done", "The feed was added. It is polled when its site's turn comes.");
            return "redirect:/console/feeds/" + id;
        }
        model.addAttribute("url", url);
        model.addAttribute("problem", answer.problem());
        return "console/feed-add";
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.length() > LONGEST_NAME ? stripped.substring(0, LONGEST_NAME) : stripped;
    }

    @PostMapping("/{id:[0-9a-f]{16}}/{action:pause|resume|poll|remove}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        Answer answer = action.equals("remove")
                ? ingest(request).delete("/api/feeds/" + id)
                : ingest(request).post("/api/feeds/" + id + "/" + action, Map.of());
        if (answer instanceof Answer.Done) {
            redirect.addFlashAttribute(
                    "done",
                    switch (action) {
                        case "pause" -> "It is left alone until you resume it.";
                        case "resume" -> "It is polled again.";
                        case "poll" -> "It is polled as soon as its site's turn comes.";
                        default -> "The feed was removed. Its articles stay.";
                    });
        } else {
            redirect.addFlashAttribute("problem", answer.problem());
        }
        boolean list = back.startsWith("/console/feeds") && back.indexOf('\n') < 0 && back.indexOf('\r') < 0;
        return "redirect:" + (list ? back : action.equals("remove") ? "/console/feeds" : "/console/feeds/" + id);
    }

    @GetMapping("/opml")
    ResponseEntity<String> export() {
        return switch (neighbours.ingest().get("/api/feeds/opml")) {
            case Answer.Done done ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "text/x-opml;charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dateline-feeds.opml\"")
                        .body(done.json().asString(""));
            case Answer other ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                        .body(String.valueOf(other.problem()));
        };
    }

    @PostMapping("/opml")
    String load(@RequestParam MultipartFile file, RedirectAttributes redirect, HttpServletRequest request)
            throws IOException {
        Answer answer = ingest(request)
                .post("/api/feeds/opml", new String(file.getBytes(), UTF_8), "text/x-opml;charset=UTF-8");
        if (answer instanceof Answer.Done done) {
            int failed = done.json().path("failed").size();
            redirect.addFlashAttribute(
                    "done",
                    done.json().path("added").asInt(0) + " feeds were added, "
                            + done.json().path("existing").asInt(0) + " were there already"
                            + (failed == 0 ? "." : ", " + failed + " could not be taken: " + firstFailure(done)));
        } else {
            redirect.addFlashAttribute("problem", answer.problem());
        }
        return "redirect:/console/feeds";
    }

    private static String firstFailure(Answer.Done done) {
        var first = done.json().path("failed").path(0);
        return first.path("url").asString("") + " (" + first.path("reason").asString("") + ")"
                + (done.json().path("failed").size() > 1 ? ", and others." : ".");
    }

    private Neighbour ingest(HttpServletRequest request) {
        return neighbours.ingest().on(Operator.of(request));
    }

    private static void fail(Answer answer, Model model, HttpServletResponse response) {
        response.setStatus(answer instanceof Answer.Refused refused ? refused.status() : 503);
        model.addAttribute("problem", answer.problem());
    }
}
