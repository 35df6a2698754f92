package dateline.load.measure;

import dateline.local.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param what search, export or freshness
 * @param requests variants of each question at each concurrency, rounded up to whole turns
 * @param atOnce how many ask at the same time, one measurement each
 * @param only measures the questions whose name has this in it
 * @param query parameters of the export
 * @param rate articles a second
 * @param seconds how long
 * @param data folder of the running stack
 */
record MeasureOptions(
        String what, int requests, List<Integer> atOnce, String only, String query, int rate, int seconds, Path data) {
    static MeasureOptions parse(List<String> arguments, Path folder, String usage) {
        if (arguments.size() % 2 == 0) {
            throw new CannotStart(usage);
        }
        MeasureOptions options =
                new MeasureOptions(arguments.getFirst(), 200, List.of(1, 8), "", "", 100, 60, folder.toAbsolutePath());
        for (int i = 1; i < arguments.size(); i += 2) {
            options = options.with(arguments.get(i), arguments.get(i + 1), usage);
        }
        return options;
    }

    private MeasureOptions with(String option, String value, String usage) {
        return switch (option) {
            case "--requests" ->
                new MeasureOptions(what, number(option, value), atOnce, only, query, rate, seconds, data);
            case "--at-once" ->
                new MeasureOptions(
                        what,
                        requests,
                        Stream.of(value.split(","))
                                .map(one -> number(option, one))
                                .toList(),
                        only,
                        query,
                        rate,
                        seconds,
                        data);
            case "--only" -> new MeasureOptions(what, requests, atOnce, value, query, rate, seconds, data);
            case "--query" -> new MeasureOptions(what, requests, atOnce, only, value, rate, seconds, data);
            case "--rate" ->
                new MeasureOptions(what, requests, atOnce, only, query, number(option, value), seconds, data);
            case "--seconds" ->
                new MeasureOptions(what, requests, atOnce, only, query, rate, number(option, value), data);
            case "--data" ->
                new MeasureOptions(
                        what,
                        requests,
                        atOnce,
                        only,
                        query,
                        rate,
                        seconds,
                        Path.of(value).toAbsolutePath());
            default -> throw new CannotStart("There is no option " + option + ".\n" + usage);
        };
    }

    private static int number(String option, String value) {
        if (value.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(value);
        }
        throw new CannotStart(option + " is a whole number from 1, not \"" + value + "\".");
    }
}
