package dateline.ingest.feed;

/** What a fuzzer calls, see docs/benchmarks/feeds.md. */
public final class FeedFuzz {
    private static final FeedParser PARSER = new FeedParser();

    private FeedFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        PARSER.parse(input, null, "https://example.org/feed");
    }
}
