package dateline.local;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code rebuild}: builds the index anew from the log, switches to it, and back. */
final class RebuildCommand {
    private static final Set<String> VALUES = Set.of("--reason");
    private static final Set<String> FLAGS = Set.of("--switch", "--back-out", "--drop-old", "--cancel");

    private final CommandOptions options;
    private final Console console;
    private final Api query;

    private RebuildCommand(CommandOptions options, Console console, PortPlan ports) {
        this.options = options;
        this.console = console;
        this.query = new Api(Component.QUERY, ports.of(Component.QUERY));
    }

    static CommandOptions options(List<String> arguments) {
        return CommandOptions.parse(arguments, VALUES, FLAGS);
    }

    static RebuildCommand of(CommandOptions options, Arguments arguments, Console console) {
        return new RebuildCommand(options, console, PortPlan.remembered(arguments.data()));
    }

    /** 0 when what was asked for is done; 1 if the new index is not as the log says. */
    int run() {
        if (options.flags().size() > 1) {
            throw new CannotStart("One of --switch, --back-out, --drop-old and --cancel at a time.");
        }
        if (options.has("--back-out")) {
            var done = query.ask("POST", path(newest(), "/back-out"), "");
            console.step(JsonText.string(done, "from") + " is searched again; " + JsonText.string(done, "id")
                    + " is kept current (./dateline rebuild --switch to go to it, --cancel to remove it)");
            return 0;
        }
        if (options.has("--drop-old")) {
            var index = newest();
            query.ask("DELETE", path(index, "/old"), "");
            console.step(JsonText.string(index, "from") + " is removed");
            return 0;
        }
        if (options.has("--cancel")) {
            var index = newest();
            query.ask("DELETE", path(index, ""), "");
            console.step(JsonText.string(index, "id") + " is removed");
            return 0;
        }
        return build();
    }

    private int build() {
        var all = JsonText.objects(query.ask("GET", "/api/rebuilds", ""), "rebuilds");
        var waiting = all.stream()
                .filter(each -> !Boolean.TRUE.equals(each.get("live")))
                .findFirst();
        // One that was left while it was built, or is ready, is gone on with.
        var index = waiting.orElseGet(() -> query.ask("POST", "/api/rebuilds", body()));
        console.step(JsonText.string(index, "id") + " is built from the log beside " + JsonText.string(index, "from")
                + "; it goes on if you leave (./dateline rebuild --cancel)");
        var status = built(path(index, ""));
        var verification = JsonText.member(status, "verification");
        console.step("compared with the log: " + JsonText.number(verification, "logArticles") + " articles there, "
                + JsonText.number(verification, "indexArticles") + " here, checksums "
                + JsonText.string(verification, "logChecksum") + " and "
                + JsonText.string(verification, "indexChecksum") + ", "
                + JsonText.number(verification, "missing") + " missing, "
                + JsonText.number(verification, "extra") + " too many, "
                + JsonText.number(verification, "unstorable") + " that can not be stored");
        if (!JsonText.string(status, "state").equals("READY")
                && !JsonText.string(status, "state").equals("SETTLED")) {
            console.print("The index is NOT as the log says; samples: " + verification.get("samples"));
            return 1;
        }
        if (options.has("--switch")) {
            query.ask("POST", path(index, "/switch"), "");
            console.step(JsonText.string(index, "id") + " is searched now; " + JsonText.string(index, "from")
                    + " is kept current (./dateline rebuild --back-out to return, --drop-old to remove it)");
        } else {
            console.print("./dateline rebuild --switch puts it in the old one's place.");
        }
        return 0;
    }

    private Map<String, Object> built(String path) {
        while (true) {
            var status = query.ask("GET", path, "");
            switch (JsonText.string(status, "state")) {
                case "BUILDING" ->
                    console.progress(Bar.of(
                            JsonText.number(status, "read"), JsonText.number(status, "total"), "records", status));
                case "VERIFYING" -> console.progress("comparing with the log");
                default -> {
                    return status;
                }
            }
            Pause.halfASecond();
        }
    }

    private String body() {
        return options.all("--reason").isEmpty()
                ? "{}"
                : "{\"reason\": " + Api.quoted(options.all("--reason").getFirst()) + "}";
    }

    private Map<String, Object> newest() {
        return JsonText.objects(query.ask("GET", "/api/rebuilds", ""), "rebuilds").stream()
                .findFirst()
                .orElseThrow(() -> new CannotStart("No index was built anew yet."));
    }

    private static String path(Map<String, Object> index, String action) {
        return "/api/rebuilds/" + JsonText.string(index, "id") + action;
    }
}
