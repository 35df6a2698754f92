package dateline.query.deadletter;

import dateline.contract.Headers;
import dateline.query.console.Address;
import dateline.query.console.Operator;
import dateline.query.console.Pages;
import dateline.query.deadletter.Workbench.Request;
import dateline.query.deadletter.Workbench.Result;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code /console/letters}: the dead-letter workbench. */
@Controller
@RequestMapping("/console/letters")
class LetterPages {
    private static final int SIZE = 50;
    private static final int SHOWN_GROUPS = 50;
    private static final String ORIGIN = "/{origin:.+@[0-9]+}";

    private final LetterView view;
    private final LetterLog log;
    private final Workbench workbench;
    private final GroupWorks works;
    private final DeadLetterSettings settings;
    private final JsonMapper pretty =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    LetterPages(LetterView view, LetterLog log, Workbench workbench, GroupWorks works, DeadLetterSettings settings) {
        this.view = view;
        this.log = log;
        this.workbench = workbench;
        this.works = works;
        this.settings = settings;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model)
            throws InterruptedException {
        view.awaitComplete(settings.patience());
        int shown = Math.max(0, page);
        LetterFilter filter = new LetterFilter(orNull(group), null, null, null, orNull(article), orNull(q));
        LetterList list = LetterList.of(view.find(filter), shown, SIZE, view.isComplete(), view.leftOut());
        Address address = Address.of("/console/letters")
                .with("group", group)
                .with("article", article)
                .with("q", q.strip());
        model.addAttribute("list", list);
        model.addAttribute("groups", list.groups().stream().limit(SHOWN_GROUPS).toList());
        model.addAttribute("group", group);
        model.addAttribute("article", article);
        model.addAttribute("q", q.strip());
        model.addAttribute("rate", settings.rate());
        model.addAttribute("narrowed", !filter.isAll());
        model.addAttribute("pages", Pages.of(address, shown, SIZE, list.total()));
        model.addAttribute("works", works.all().reversed().stream().limit(5).toList());
        return "console/letters";
    }

    @GetMapping(ORIGIN)
    String letter(@PathVariable String origin, Model model, HttpServletResponse response) {
        model.addAttribute("origin", origin);
        OpenLetter letter = view.find(origin).orElse(null);
        try {
            ConsumerRecord<byte[], byte[]> row = letter == null ? null : log.read(letter.place());
            if (letter == null || row == null) {
                List<AuditEntry> history = view.audit(entry -> entry.origin().equals(origin));
                response.setStatus(404);
                model.addAttribute("history", history);
                return "console/letter-gone";
            }
            model.addAttribute("letter", LetterItem.of(letter));
            show(row, letter, model);
        } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
            response.setStatus(503);
            model.addAttribute("problem", "Kafka does not answer, so the record can not be shown.");
        }
        return "console/letter";
    }

    private void show(ConsumerRecord<byte[], byte[]> row, OpenLetter letter, Model model) {
        LetterPayload payload = LetterPayload.of(row.value());
        String text = payload.json() == null ? payload.text() : pretty.writeValueAsString(payload.json());
        model.addAttribute("message", OpenLetter.header(row, Headers.DEAD_MESSAGE));
        model.addAttribute("stack", OpenLetter.header(row, Headers.DEAD_STACK));
        model.addAttribute("headers", LetterDetail.headers(row));
        model.addAttribute("payload", payload);
        model.addAttribute("text", text == null ? "" : text);
        model.addAttribute(
                "history", view.audit(entry -> entry.articles().stream().anyMatch(letter.articles()::contains)));
    }

    @PostMapping(ORIGIN + "/retry")
    String retry(
            @PathVariable String origin,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        return act(
                origin,
                redirect,
                letter ->
                        workbench.retry(List.of(letter), asked(request, reason)).getFirst());
    }

    @PostMapping(ORIGIN + "/discard")
    String discard(
            @PathVariable String origin,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        if (reason.isBlank()) {
            redirect.addFlashAttribute("problem", "What is discarded is gone, so say why.");
            return "redirect:" + page(origin);
        }
        return act(
                origin,
                redirect,
                letter -> workbench
                        .discard(List.of(letter), asked(request, reason))
                        .getFirst());
    }

    /** Sends the edited record; if it is still wrong, the page shows it again with what was typed. */
    @PostMapping(ORIGIN + "/edit")
    String edit(
            @PathVariable String origin,
            @RequestParam String payload,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        OpenLetter letter = view.find(origin).orElse(null);
        if (letter == null) {
            redirect.addFlashAttribute("problem", origin + " is resolved already.");
            return "redirect:/console/letters";
        }
        String wrong;
        try {
            byte[] bytes =
                    JsonMapper.shared().writeValueAsBytes(JsonMapper.shared().readTree(payload));
            Result result = workbench.edit(letter, bytes, asked(request, reason));
            if (result.done()) {
                redirect.addFlashAttribute("done", origin + ": the edited record was " + result.outcome() + ".");
                return "redirect:/console/letters";
            }
            wrong = result.outcome();
        } catch (JacksonException e) {
            wrong = "it is no JSON: " + e.getOriginalMessage();
        } catch (LetterProblem e) {
            wrong = String.valueOf(e.getMessage());
        } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
            wrong = "Kafka did not answer; nothing was changed";
        }
        String page = letter(origin, model, response);
        model.addAttribute("edited", payload);
        model.addAttribute("reason", reason);
        model.addAttribute("problem", "The edited record was not sent: " + wrong + ".");
        response.setStatus(400);
        return page;
    }

    private String act(String origin, RedirectAttributes redirect, Function<OpenLetter, Result> work) {
        OpenLetter letter = view.find(origin).orElse(null);
        if (letter == null) {
            redirect.addFlashAttribute("problem", origin + " is resolved already.");
            return "redirect:/console/letters";
        }
        try {
            Result result = work.apply(letter);
            redirect.addFlashAttribute(result.done() ? "done" : "problem", origin + ": " + result.outcome() + ".");
            return "redirect:" + (result.done() ? "/console/letters" : page(origin));
        } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
            redirect.addFlashAttribute("problem", "Kafka did not answer; nothing was changed. Try again later.");
        }
        return "redirect:" + page(origin);
    }

    /** Deals with a whole group, or with all, at a rate. */
    @PostMapping("/{action:retry-all|discard-all}")
    String actOnMany(
            @PathVariable String action,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int rate,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletRequest request)
            throws InterruptedException {
        boolean discard = action.equals("discard-all");
        if (discard && reason.isBlank()) {
            redirect.addFlashAttribute("problem", "What is discarded is gone, so say why.");
            return "redirect:"
                    + Address.of("/console/letters")
                            .with("group", group)
                            .with("article", article)
                            .with("q", q);
        }
        view.awaitComplete(settings.patience());
        LetterFilter filter = new LetterFilter(orNull(group), null, null, null, orNull(article), orNull(q));
        int speed = rate < 1 ? settings.rate() : Math.min(rate, DeadLetterController.FASTEST);
        GroupWork work = works.begin(
                discard ? "discard" : "retry",
                view.find(filter),
                speed,
                asked(request, reason),
                discard ? workbench::discard : workbench::retry);
        return "redirect:/console/letters/work/" + work.progress().id();
    }

    @GetMapping("/work/{id:[0-9a-f]+}")
    String work(@PathVariable String id, Model model, HttpServletResponse response) {
        GroupWork.Progress progress = works.find(id).map(GroupWork::progress).orElse(null);
        if (progress == null) {
            response.setStatus(404);
            model.addAttribute(
                    "problem", "This instance does not know that work; another may, or it has ended long ago.");
        } else {
            int left = progress.total() - progress.done() - progress.refused();
            model.addAttribute("work", progress);
            model.addAttribute("secondsLeft", left / (double) progress.rate());
        }
        return "console/letter-work";
    }

    @PostMapping("/work/{id:[0-9a-f]+}/cancel")
    String cancel(@PathVariable String id, RedirectAttributes redirect) {
        works.find(id).ifPresent(GroupWork::cancel);
        redirect.addFlashAttribute("done", "It is stopped. What it has not reached is still open.");
        return "redirect:/console/letters/work/" + id;
    }

    @GetMapping("/audit")
    String audit(@RequestParam(defaultValue = "0") int page, Model model) throws InterruptedException {
        view.awaitComplete(settings.patience());
        List<AuditEntry> all = view.audit(entry -> true);
        int shown = Math.max(0, page);
        model.addAttribute(
                "entries", all.stream().skip((long) shown * SIZE).limit(SIZE).toList());
        model.addAttribute("pages", Pages.of(Address.of("/console/letters/audit"), shown, SIZE, all.size()));
        return "console/letter-audit";
    }

    private static Request asked(HttpServletRequest request, String reason) {
        return new Request(Operator.of(request), reason.isBlank() ? null : reason.strip());
    }

    private static String page(String origin) {
        return "/console/letters/" + UriUtils.encodePathSegment(origin, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
