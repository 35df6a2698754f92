package dateline.query.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code ./dateline trace URL|ID}: where is my article? */
public final class TraceCommand {
    private TraceCommand() {}

    static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv(), System.out, System.err));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(args, Set.of("url", "data"), Set.of("json"));
            String what = options.word(0, "the article's URL or id");
            String name = what.matches("[0-9a-f]{32}") ? "id" : "url";
            JsonNode trace =
                    Api.of(options, environment).get("/api/trace?" + name + "=" + URLEncoder.encode(what, UTF_8));
            out.print(options.get("json") == null ? text(trace) : trace.toPrettyString() + "\n");
            return 0;
        } catch (CommandFailed e) {
            err.println("dateline: " + e.getMessage());
            return 1;
        }
    }

    static String text(JsonNode trace) {
        Table steps = new Table("STEP", "STATE", "WHEN (UTC)", "WHAT", "WHERE");
        for (JsonNode step : trace.path("steps")) {
            JsonNode details = step.path("details");
            steps.row(
                    step.path("step").asString(""),
                    step.path("state").asString(""),
                    time(step.path("at").asString("")),
                    step.path("what").asString(""),
                    details.path("place").asString(details.path("index").asString("")));
        }
        String url = trace.path("url").asString("");
        return trace.path("summary").asString("") + "\n\n" + (url.isEmpty() ? "" : "url  " + url + "\n") + "id   "
                + trace.path("id").asString("") + "\n\n" + steps;
    }

    /** To the second, without the zone: it is always UTC. */
    static String time(String instant) {
        return instant.length() < 19 ? instant : instant.substring(0, 19).replace('T', ' ');
    }
}
