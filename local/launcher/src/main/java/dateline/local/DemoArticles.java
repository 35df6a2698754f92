package dateline.local;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Waits for the sample newsroom's articles to arrive at the other end. */
final class DemoArticles {
    /** After so long without one more article, something is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Pattern ARTICLES = Pattern.compile("\"articles\"\\s*:\\s*(\\d+)\\s*,");
    private static final Pattern OUTLETS = Pattern.compile("\"outlets\"\\s*:\\s*(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

    private final Console console;

    DemoArticles(Console console) {
        this.console = console;
    }

    /** @throws CannotStart if they do not arrive */
    void awaitSearchable(PortPlan ports) {
        var manifest = new Http(ports.of(Component.NEWSROOM)).get("/manifest.json");
        var expected = number(manifest, ARTICLES)
                .orElseThrow(() -> new CannotStart("The sample newsroom does not say how many articles it has."));
        var outlets = number(manifest, OUTLETS).orElse(0);
        console.step("the sample newsroom has " + expected + " articles of " + outlets
                + " outlets; waiting until they can be searched");
        var api = new Http(ports.of(Component.QUERY));
        var found = -1;
        var lastChange = System.nanoTime();
        while (found < expected) {
            var now = number(api.get("/api/articles?size=1"), TOTAL).orElse(0);
            if (now != found) {
                found = now;
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                throw new CannotStart("Only " + found + " of " + expected + " articles can be searched, and for "
                        + PATIENCE.toSeconds() + " s there was not one more; everything is left running, see ./dateline"
                        + " logs ingest, then enrich, then query.");
            }
            if (found < expected) {
                console.progress(found + " of " + expected + " articles can be searched");
                sleep();
            }
        }
        console.step(found + " articles can be searched, " + expected + " of them from the newsroom's feeds");
    }

    private static Optional<Integer> number(Optional<String> json, Pattern pattern) {
        return json.map(pattern::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> Integer.parseInt(matcher.group(1)));
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }
}
