package dateline.ingest.feed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code parse-feed}: reads feeds from files and prints each as one line of JSON. */
public final class ParseFeedCommand {
    private static final String USAGE = "usage: parse-feed [--content-type TYPE] [--url URL] FILE…";

    private ParseFeedCommand() {}

    static void main(String[] args) {
        // Standard output may have another encoding by default, and JSON has none but UTF-8.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    /**
     * Runs the command.
     *
     * @return 0; 1 if a file could not be read, which is then said in its line; 2 if the arguments make no sense
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        String contentType = null;
        String url = null;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            boolean option = arg.equals("--content-type") || arg.equals("--url");
            if (option && i + 1 == args.length || !option && arg.startsWith("--") && arg.length() > 2) {
                err.println(option ? arg + " needs a value" : "unknown option " + arg);
                err.println(USAGE);
                return 2;
            }
            if (arg.equals("--content-type")) {
                contentType = args[++i];
            } else if (arg.equals("--url")) {
                url = args[++i];
            } else if (!arg.equals("--")) {
                files.add(arg);
            }
        }
        if (files.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        return parse(files, contentType, url, out);
    }

    private static int parse(List<String> files, @Nullable String contentType, @Nullable String url, PrintStream out) {
        FeedParser parser = new FeedParser();
        JsonMapper mapper = JsonMapper.builder().build();
        int exit = 0;
        for (String file : files) {
            Map<String, Object> line;
            try {
                line = FeedJson.of(file, parser.parse(Files.readAllBytes(Path.of(file)), contentType, url));
            } catch (IOException | InvalidPathException e) {
                line = Map.of("file", file, "error", "can not be read: " + e.getMessage());
                exit = 1;
            }
            out.println(mapper.writeValueAsString(line));
        }
        out.flush();
        return exit;
    }
}
