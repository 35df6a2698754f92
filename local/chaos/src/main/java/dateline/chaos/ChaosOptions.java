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
 * @param scaling whether, in place of faults, an instance of each service is lost, another added, and a third rolled
 * @param longest longest pause or cut
 * @param time after which no new fault is made, however many are still wanted
 * @param data folder of the stack; a temporary one, deleted afterwards, if none is given
 */
record ChaosOptions(
        int articles,
        int faults,
        long seed,
        int instances,
        boolean scaling,
        Duration longest,
        Duration time,
        Optional<Path> data) {
    private static final String SCALING = "--scaling";

    static final String USAGE = """
            Usage: ./dateline chaos [--articles N] [--faults M] [--seed S] [--instances I] [--longest SECONDS]
                              [--minutes M] [--data DIR] [--scaling]

            Starts a stack of its own on free ports, publishes N numbered articles (5000) and revisions of them, makes M
            faults (10) meanwhile, and compares what was published with what is indexed. Ends with 0 only if nothing was
            lost, doubled or left old. With --scaling it makes no faults but kills an instance of each service for good,
            adds one and rolls another (two instances, unless you say more). The data folder is a temporary one unless you name one; it must be empty.""";

    /** What is going to be done to the stack. */
    List<Fault> plan() {
        return scaling ? Fault.scaling(this) : Fault.plan(this);
    }

    static ChaosOptions parse(List<String> arguments) {
        int articles = 5000;
        int faults = 10;
        long seed = 1;
        int instances = 1;
        Duration longest = Duration.ofSeconds(15);
        Duration time = Duration.ofHours(24);
        Optional<Path> data = Optional.empty();
        boolean scaling = arguments.contains(SCALING);
        List<String> pairs =
                arguments.stream().filter(argument -> !argument.equals(SCALING)).toList();
        for (int i = 0; i < pairs.size(); i += 2) {
            String option = pairs.get(i);
            if (option.equals("--help") || option.equals("-h") || i + 1 == pairs.size()) {
                throw new CannotStart(USAGE);
            }
            String value = pairs.get(i + 1);
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
        if (scaling) {
            instances = Math.max(2, instances);
        }
        return new ChaosOptions(articles, faults, seed, instances, scaling, longest, time, data);
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
