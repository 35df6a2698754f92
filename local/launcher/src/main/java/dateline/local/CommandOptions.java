package dateline.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a command that calls the API, and what is left of the command line for {@link Arguments}.
 *
 * @param values of options that take one, in their order
 * @param flags that were given
 * @param rest the command and the other options
 */
record CommandOptions(Map<String, List<String>> values, Set<String> flags, List<String> rest) {
    /**
     * Takes the command's own options out of a command line.
     *
     * @throws CannotStart if one lacks its value
     */
    static CommandOptions parse(List<String> arguments, Set<String> takeValue, Set<String> areFlags) {
        var values = new HashMap<String, List<String>>();
        var flags = new ArrayList<String>();
        var rest = new ArrayList<String>();
        for (var all = arguments.iterator(); all.hasNext(); ) {
            var argument = all.next();
            var equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            var option = equals < 0 ? argument : argument.substring(0, equals);
            if (areFlags.contains(argument)) {
                flags.add(argument);
            } else if (takeValue.contains(option)) {
                if (equals < 0 && !all.hasNext()) {
                    throw new CannotStart(option + " needs a value; see ./dateline help.");
                }
                values.computeIfAbsent(option, name -> new ArrayList<>())
                        .add(equals < 0 ? all.next() : argument.substring(equals + 1));
            } else {
                rest.add(argument);
            }
        }
        return new CommandOptions(values, Set.copyOf(flags), rest);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
