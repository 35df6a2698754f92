package dateline.query.rebuild;

import dateline.query.index.IndexSetup;
import dateline.query.index.StoreUnavailable;
import dateline.query.rebuild.Rebuilds.NoSuchRebuild;
import dateline.query.rebuild.Rebuilds.NotNow;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /console/index}: building the index anew. Does what {@link RebuildController} does. */
@Controller
@RequestMapping("/console/index")
class RebuildPages {
    private final RebuildController rebuilds;
    private final IndexSetup setup;

    RebuildPages(RebuildController rebuilds, IndexSetup setup) {
        this.rebuilds = rebuilds;
        this.setup = setup;
    }

    @GetMapping
    String index(Model model, HttpServletResponse response) {
        model.addAttribute("outdated", setup.outdated().orElse(null));
        try {
            List<RebuildStatus> all = rebuilds.all().getOrDefault("rebuilds", List.of());
            model.addAttribute("rebuilds", all);
            model.addAttribute(
                    "busy",
                    all.stream()
                            .anyMatch(each -> each.state() == BuiltIndex.State.BUILDING
                                    || each.state() == BuiltIndex.State.VERIFYING));
            model.addAttribute(
                    "open", all.stream().anyMatch(each -> each.state() != BuiltIndex.State.SETTLED || each.fromKept()));
        } catch (StoreUnavailable | KafkaException e) {
            response.setStatus(503);
            model.addAttribute("problem", "Elasticsearch or Kafka is away: " + e.getMessage());
        }
        return "console/index";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return doing(
                redirect,
                () -> rebuilds.begin(new RebuildController.Request(reason)),
                "A new index is being filled beside the live one.");
    }

    @PostMapping("/{id}/{action:verify|switch|back-out|drop|drop-old}")
    String act(@PathVariable String id, @PathVariable String action, RedirectAttributes redirect) {
        return switch (action) {
            case "verify" -> doing(redirect, () -> rebuilds.verify(id), "It is compared with the log once more.");
            case "switch" ->
                doing(
                        redirect,
                        () -> rebuilds.switchTo(id),
                        "The new index is live. The old one is kept current until you remove it.");
            case "back-out" -> doing(redirect, () -> rebuilds.backOut(id), "The old index is live again.");
            case "drop" -> doing(redirect, () -> rebuilds.drop(id), "The index was removed.");
            default -> doing(redirect, () -> rebuilds.dropOld(id), "The old index was removed.");
        };
    }

    private static String doing(RedirectAttributes redirect, Runnable work, String done) {
        try {
            work.run();
            redirect.addFlashAttribute("done", done);
        } catch (NotNow | NoSuchRebuild e) {
            redirect.addFlashAttribute("problem", e.getMessage());
        } catch (StoreUnavailable | KafkaException e) {
            redirect.addFlashAttribute("problem", "Elasticsearch or Kafka is away: " + e.getMessage());
        }
        return "redirect:/console/index";
    }
}
