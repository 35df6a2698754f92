package dateline.ingest.date;

import java.nio.charset.StandardCharsets;

/** What a fuzzer calls, see docs/benchmarks/feeds.md. */
public final class DateFuzz {
    private static final DateParser PARSER = new DateParser();

    private DateFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        PARSER.parse(new String(input, StandardCharsets.UTF_8));
    }
}
