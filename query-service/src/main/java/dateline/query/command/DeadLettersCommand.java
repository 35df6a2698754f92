package dateline.query.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./dateline dead-letters}: the workbench on the command line. */
public final class DeadLettersCommand {
    private static final String BASE = "/api/dead-letters";
    private static final Map<String, String> CONDITIONS =
            Map.of("group", "group", "topic", "topic", "service", "service", "cause", "reason", "article", "article");
    private static final Set<String> VALUES = Set.of(
            "url", "data", "group", "topic", "service", "cause", "article", "page", "size", "rate", "why", "file");
    private static final String HELP = """
            Usage: ./dateline dead-letters [command] [conditions] [--data DIR | --url URL] [--json]

              list                      open letters, by cause (default)
              show ORIGIN               one letter: record, headers, stack, what was done before
              payload ORIGIN            the record, byte for byte
              retry ORIGIN              send it again; or: retry --group G, retry --all [--rate N a second]
              edit ORIGIN [--file F]    send the edited record in its place; without a file in $EDITOR
              discard ORIGIN --why TEXT drop it; or: discard --group G --why TEXT
              cancel ID                 stop a retry of many
              audit [ORIGIN]            who did what, when and why

            Conditions: --group G, --cause NAME, --topic T, --service S, --article ID; --page N, --size N
            """;

    private final Api api;
    private final Options options;
    private final Map<String, String> environment;
    private final PrintStream out;

    private DeadLettersCommand(Api api, Options options, Map<String, String> environment, PrintStream out) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv(), System.out, System.err));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(args, VALUES, Set.of("all", "json", "help"));
            if (options.get("help") != null) {
                out.print(HELP);
                return 0;
            }
            new DeadLettersCommand(Api.of(options, environment), options, environment, out).run();
            return 0;
        } catch (CommandFailed e) {
            err.println("dateline: " + e.getMessage());
            return 1;
        }
    }

    private void run() {
        String command = options.words().isEmpty() ? "list" : options.words().getFirst();
        switch (command) {
            case "list" -> print(api.get(BASE + query()), DeadLetterText::list);
            case "show" -> print(api.get(letter("")), DeadLetterText::letter);
            case "payload" -> {
                byte[] bytes = api.bytes(letter("/payload"));
                out.write(bytes, 0, bytes.length);
                out.flush();
            }
            case "retry", "discard" -> act(command);
            case "edit" -> edit();
            case "cancel" ->
                print(api.delete(BASE + "/retries/" + options.word(1, "the id")), DeadLetterText::progress);
            case "audit" -> {
                String origin = options.words().size() > 1 ? "?origin=" + encoded(options.word(1, "")) : query();
                print(api.get(BASE + "/audit" + origin), DeadLetterText::audit);
            }
            default -> throw new CommandFailed("dead-letters has no command \"" + command + "\"; see --help");
        }
    }

    private void act(String command) {
        if (options.words().size() > 1) {
            print(api.post(letter("/" + command), wish(), by()), DeadLetterText::result);
            return;
        }
        ObjectNode wish = wish();
        CONDITIONS.keySet().forEach(name -> put(wish, name, options.get(name)));
        if (options.get("all") != null) {
            wish.put("all", true);
        }
        if (options.get("rate") != null) {
            try {
                wish.put("rate", Integer.parseInt(options.get("rate")));
            } catch (NumberFormatException e) {
                throw new CommandFailed("--rate is a number of letters a second");
            }
        }
        JsonNode progress = api.post(BASE + "/" + command, wish, by());
        while (progress.path("state").asString("").equals("RUNNING")) {
            out.print(DeadLetterText.progress(progress));
            pause();
            progress = api.get(BASE + "/retries/" + progress.path("id").asString(""));
        }
        print(progress, DeadLetterText::progress);
    }

    private void edit() {
        byte[] edited;
        try {
            edited = options.get("file") == null ? inEditor() : Files.readAllBytes(Path.of(options.get("file")));
        } catch (IOException e) {
            throw new CommandFailed("can not read the edited record: " + e.getMessage());
        }
        ObjectNode wish = wish();
        try {
            wish.set("payload", JsonMapper.shared().readTree(edited));
        } catch (JacksonException e) {
            throw new CommandFailed("the edited record is no JSON: " + e.getOriginalMessage());
        }
        print(api.post(letter("/edit"), wish, by()), DeadLetterText::result);
    }

    private byte[] inEditor() throws IOException {
        Path file = Files.createTempFile("dead-letter-", ".json");
        try {
            Files.write(file, api.bytes(letter("/payload")));
            List<String> editor = new ArrayList<>(
                    List.of(environment.getOrDefault("EDITOR", "vi").split(" ")));
            editor.add(file.toString());
            int status = new ProcessBuilder(editor).inheritIO().start().waitFor();
            if (status != 0) {
                throw new CommandFailed("the editor ended with status " + status + "; nothing was sent");
            }
            return Files.readAllBytes(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private ObjectNode wish() {
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        put(wish, "reason", options.get("why"));
        return wish;
    }

    private static void put(ObjectNode wish, String name, @Nullable String value) {
        if (value != null) {
            wish.put(name, value);
        }
    }

    private @Nullable String by() {
        return environment.get("USER");
    }

    private String letter(String path) {
        return BASE + "/" + encoded(options.word(1, "the letter's origin, such as news.raw-3@42,")) + path;
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        CONDITIONS.forEach((option, parameter) -> append(query, parameter, options.get(option)));
        append(query, "page", options.get("page"));
        append(query, "size", options.get("size"));
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
        }
    }

    private void print(JsonNode json, Function<JsonNode, String> text) {
        out.print(options.get("json") == null ? text.apply(json) : json.toPrettyString() + "\n");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted; what was begun goes on in query-service");
        }
    }
}
