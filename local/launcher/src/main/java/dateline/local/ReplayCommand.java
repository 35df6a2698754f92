package dateline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code replay}: has articles enriched anew, or says what that would change, and waits for it. */
final class ReplayCommand {
    private static final Set<String> VALUES =
            Set.of("--outlet", "--from", "--to", "--query", "--article", "--reason", "--cancel");
    private static final Set<String> FLAGS = Set.of("--dry-run");
    private static final int SHOWN = 10;

    private final CommandOptions options;
    private final Console console;
    private final Api enrich;
    private final Api query;

    private ReplayCommand(CommandOptions options, Console console, PortPlan ports) {
        this.options = options;
        this.console = console;
        this.enrich = new Api(Component.ENRICH, ports.of(Component.ENRICH));
        this.query = new Api(Component.QUERY, ports.of(Component.QUERY));
    }

    static CommandOptions options(List<String> arguments) {
        return CommandOptions.parse(arguments, VALUES, FLAGS);
    }

    static ReplayCommand of(CommandOptions options, Arguments arguments, Console console) {
        return new ReplayCommand(options, console, PortPlan.remembered(arguments.data()));
    }

    /** 0 when everything asked for was done. */
    int run() {
        if (!options.all("--cancel").isEmpty()) {
            options.all("--cancel").forEach(id -> enrich.ask("DELETE", "/api/replays/" + Api.encoded(id), ""));
            console.step("cancelled; what was written stays");
            return 0;
        }
        var ids = options.all("--query").isEmpty() ? List.of(order()) : orderFound();
        for (var id : ids) {
            follow(id);
        }
        return 0;
    }

    private String order() {
        var body = new ArrayList<String>();
        single("--from").forEach(from -> body.add("\"from\": " + Api.quoted(from)));
        single("--to").forEach(to -> body.add("\"to\": " + Api.quoted(to)));
        body.add("\"outlets\": " + array(options.all("--outlet")));
        body.add("\"articles\": " + array(options.all("--article")));
        single("--reason").forEach(reason -> body.add("\"reason\": " + Api.quoted(reason)));
        body.add("\"dryRun\": " + options.has("--dry-run"));
        return JsonText.string(enrich.ask("POST", "/api/replays", "{" + String.join(", ", body) + "}"), "id");
    }

    private List<String> orderFound() {
        if (!options.all("--article").isEmpty()) {
            throw new CannotStart("--article and --query do not go together.");
        }
        var parameters = new ArrayList<String>();
        single("--query").forEach(q -> parameters.add("q=" + Api.encoded(q)));
        options.all("--outlet").forEach(outlet -> parameters.add("outlet=" + Api.encoded(outlet)));
        single("--from").forEach(from -> parameters.add("from=" + Api.encoded(from)));
        single("--to").forEach(to -> parameters.add("to=" + Api.encoded(to)));
        single("--reason").forEach(reason -> parameters.add("reason=" + Api.encoded(reason)));
        parameters.add("dryRun=" + options.has("--dry-run"));
        var ordered = query.ask("POST", "/api/replays?" + String.join("&", parameters), "");
        console.step("the query finds " + JsonText.number(ordered, "articles") + " articles");
        return ordered.get("replays") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }

    private List<String> single(String option) {
        if (options.all(option).size() > 1) {
            throw new CannotStart(option + " can be given once.");
        }
        return options.all(option);
    }

    private static String array(List<String> texts) {
        return texts.stream().map(Api::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private void follow(String id) {
        var path = "/api/replays/" + id;
        console.step("ordered as " + id + "; it goes on if you leave (./dateline replay --cancel " + id + ")");
        while (true) {
            var status = known(path);
            switch (JsonText.string(status, "state")) {
                case "FINISHED" -> {
                    finished(status);
                    return;
                }
                case "CANCELLED" -> throw new CannotStart(id + " was cancelled.");
                default ->
                    console.progress(Bar.of(
                            JsonText.number(status, "done"), JsonText.number(status, "total"), "articles", status));
            }
            Pause.halfASecond();
        }
    }

    /** What query-service ordered, enrich-service learns of a moment later. */
    private Map<String, Object> known(String path) {
        for (var attempt = 1; ; attempt++) {
            try {
                return enrich.ask("GET", path, "");
            } catch (CannotStart e) {
                if (attempt == 20 || !String.valueOf(e.getMessage()).startsWith("No such replay")) {
                    throw e;
                }
                Pause.halfASecond();
            }
        }
    }

    private void finished(Map<String, Object> status) {
        var dryRun = options.has("--dry-run");
        console.step(JsonText.number(status, "written") + " articles " + (dryRun ? "compared" : "enriched anew")
                + ", " + JsonText.number(status, "unselected") + " passed over, "
                + JsonText.number(status, "superseded") + " left to something newer, "
                + JsonText.number(status, "unreadable") + (dryRun ? " not readable" : " dead letters")
                + String.format(
                        Locale.ROOT,
                        "; %.0f a second",
                        Double.parseDouble("0" + JsonText.string(status, "perSecond"))));
        if (dryRun) {
            var changes = JsonText.member(status, "changes");
            console.print("Nothing was written. A replay would change " + JsonText.number(changes, "changed")
                    + " articles and add " + JsonText.number(changes, "added") + ".");
            list(changes, "fields", "differ in");
            list(changes, "entitiesGained", "would gain");
            list(changes, "entitiesLost", "would lose");
            list(changes, "topicsGained", "would gain the topic");
            list(changes, "topicsLost", "would lose the topic");
            list(changes, "languages", "would change language:");
            console.print("quotations: " + JsonText.number(changes, "quotesBefore") + " now, "
                    + JsonText.number(changes, "quotesAfter") + " then");
        }
    }

    private void list(Map<String, Object> changes, String name, String verb) {
        var tallies = JsonText.objects(changes, name);
        tallies.stream()
                .limit(SHOWN)
                .forEach(tally -> console.print(String.format(
                        Locale.ROOT,
                        "%6d articles %s %s",
                        JsonText.number(tally, "articles"),
                        verb,
                        JsonText.string(tally, "name")
                                + (JsonText.string(tally, "name").equals(JsonText.string(tally, "id"))
                                        ? ""
                                        : " (" + JsonText.string(tally, "id") + ")"))));
        if (tallies.size() > SHOWN) {
            console.print("       and " + (tallies.size() - SHOWN) + " more of these");
        }
    }
}
