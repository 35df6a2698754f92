package dateline.chaos;

import dateline.local.CannotStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to do.
 *
 * @param articles how many articles to publish, besides their revisions
 * @param faults how many faults to make meanwhile
 * @param seed decides which faults, when and how long
 * @param instances of each service; from 2 on, a paused one wakes up to find its work given to another
 * @param longest longest pause or cut
 * @param time after which no new fault is made, however many are still wanted
 * @param data folder of the stack; a temporary one, deleted afterwards, if none is given
 */
record ChaosOptions(
        int articles, int faults, long seed, int instances, Duration longest, Duration time, Optional<Path> data) {
    static final String USAGE = """
            Usage: ./dateline chaos [--articles N] [--faults M] [--seed S] [--instances I] [--longest SECONDS]
                              [--minutes M] [--data DIR]

            Starts a stack of its own on free ports, publishes N numbered articles (5000) and revisions of them, makes M
            faults (10) meanwhile, and compares what was published with what is indexed. Ends with 0 only if nothing was
            lost, doubled or left old. The data folder is a temporary one unless you name one; it must be empty.""";

    static ChaosOptions parse(List<String> arguments) {
        int articles = 5000;
        int faults = 10;
        long seed = 1;
        int instances = 1;
        Duration longest = Duration.ofSeconds(15);
        Duration time = Duration.ofHours(24);
        Optional<Path> data = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (option.equals("--help") || option.equals("-h") || i + 1 == arguments.size()) {
                throw new CannotStart(USAGE);
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--articles" -> articles = (int) number(option, value, 1, 10_000_000);
                case "--faults" -> faults = (int) number(option, value, 0, 10_000);
                case "--seed" -> seed = number(option, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--instances" -> instances = (int) number(option, value, 1, 6);
                case "--longest" -> longest = Duration.ofSeconds(number(option, value, 2, 600));
                case "--minutes" -> time = Duration.ofMinutes(number(option, value, 1, 1440));
                case "--data" -> data = Optional.of(Path.of(value).toAbsolutePath());
                default -> throw new CannotStart("There is no option " + option + ".\n" + USAGE);
            }
        }
        return new ChaosOptions(articles, faults, seed, instances, longest, time, data);
    }

    private static long number(String option, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CannotStart(option + " is a number from " + least + " to " + most + ", not \"" + value + "\".");
    }
}
