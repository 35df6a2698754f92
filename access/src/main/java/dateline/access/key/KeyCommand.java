package dateline.access.key;

import java.io.PrintStream;
import java.util.List;

/** {@code ./dateline key NAME ROLE}: makes a key. Nothing keeps it; what a service needs of it is the line. */
public final class KeyCommand {
    private KeyCommand() {}

    static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 2
                || !args.get(0).matches(ApiKey.NAME)
                || Role.named(args.get(1)).isEmpty()) {
            err.println("dateline: expected a name (letters, digits, dots, dashes) and a role (reader or operator):"
                    + " ./dateline key grafana reader");
            return 1;
        }
        String key = ApiKey.random();
        ApiKey kept = new ApiKey(args.get(0), Role.named(args.get(1)).orElseThrow(), ApiKey.hash(key));
        // The line alone on standard output, so that it can be appended to a key file.
        err.println("The key, shown this once: " + key);
        err.println("For the key file (dateline.access.key-file), or DATELINE_ACCESS_KEYS:");
        out.println(kept.line());
        return 0;
    }
}
