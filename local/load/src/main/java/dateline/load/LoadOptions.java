package dateline.load;

import dateline.local.CannotStart;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What to load.
 *
 * @param articles how many there are in all; their dates depend on it
 * @param from number of the first one to publish, from 0
 * @param to number after the last one to publish
 * @param seed another one gives other articles
 * @param end the day after the last article
 * @param data folder of the stack to load them into
 * @param out file to write them to instead, one JSON object a line; {@code -} is standard output
 */
record LoadOptions(long articles, long from, long to, long seed, LocalDate end, Path data, Optional<String> out) {
    static final String USAGE = """
            Usage: ./dateline load [--articles N] [--from A] [--to B] [--seed S] [--until DAY] [--data DIR | --out FILE]

            Publishes N (1000000) made-up articles of the two years before DAY (tomorrow) to news.enriched of the stack that
            runs, as if they had been enriched; query-service indexes them. The same options give the same articles. --from and
            --to publish a part of them, --out writes JSON lines to a file (- for standard output) instead.""";

    static LoadOptions parse(List<String> arguments, Path data) {
        long articles = 1_000_000;
        long from = 0;
        long to = Long.MAX_VALUE;
        long seed = 1;
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Path folder = data;
        Optional<String> out = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (option.equals("--help") || option.equals("-h") || i + 1 == arguments.size()) {
                throw new CannotStart(USAGE);
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--articles" -> articles = number(option, value);
                case "--from" -> from = number(option, value);
                case "--to" -> to = number(option, value);
                case "--seed" -> seed = number(option, value);
                case "--until" -> end = day(value);
                case "--data" -> folder = Path.of(value).toAbsolutePath();
                case "--out" -> out = Optional.of(value);
                default -> throw new CannotStart("There is no option " + option + ".\n" + USAGE);
            }
        }
        return new LoadOptions(articles, from, Math.min(to, articles), seed, end, folder, out);
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new CannotStart("--until is a day such as 2026-04-21, not \"" + value + "\".", e);
        }
    }

    private static long number(String option, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= 10_000_000_000L) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CannotStart(option + " is a whole number from 0, not \"" + value + "\".");
    }
}
