package dateline.query.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line: words, and options with a value.
 *
 * @param words what is no option, in order
 * @param values the options' values by name, without the dashes; of those without a value {@code true}
 */
record Options(List<String> words, Map<String, String> values) {
    /**
     * Reads a command line.
     *
     * @param allowed names of options that take a value
     * @param flags names of options that take none
     * @throws CommandFailed if an option is unknown or lacks its value
     */
    static Options parse(List<String> arguments, Set<String> allowed, Set<String> flags) {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (flags.contains(name)) {
                values.put(name, "true");
            } else if (!allowed.contains(name)) {
                throw new CommandFailed("there is no option --" + name);
            } else if (equals >= 0) {
                values.put(name, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else {
                throw new CommandFailed("--" + name + " needs a value");
            }
        }
        return new Options(words, values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** The word at that place. */
    String word(int at, String what) {
        if (at >= words.size()) {
            throw new CommandFailed(what + " is missing");
        }
        return words.get(at);
    }
}
