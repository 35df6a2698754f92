package dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.ingest.feed.FeedparserCases.Case;
import dateline.ingest.feed.PythonExpectation.Assertion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The cases of the feedparser project. What counts: assertions about an entry's title, link, id, author, dates, summary and
 * content. What does not, because Dateline keeps no such thing: the declared media type, language or base of a single text
 * ({@code title_detail['type']} and the like), and the attributes of links other than their address.
 */
class FeedparserConformanceTests {
    private static final Set<String> NOT_KEPT =
            Set.of("type", "language", "base", "rel", "hreflang", "length", "title");

    private final FeedParser parser = new FeedParser();

    @Test
    void noCaseMakesTheParserThrow() throws IOException {
        for (Case each : cases()) {
            assertThat(each.parse(parser)).as(each.name()).isNotNull();
        }
    }

    @Test
    void whatTheCasesSayOfEntriesHolds() throws IOException {
        int held = 0;
        int counted = 0;
        List<String> failures = new ArrayList<>();
        for (Case each : cases()) {
            Optional<List<Assertion>> assertions = PythonExpectation.parse(each.expectation());
            if (assertions.isEmpty()) {
                if (each.expectation().contains("entries[")
                        && !each.expectation().contains("len(")) {
                    System.out.println("not read: " + each.name() + " " + each.expectation());
                }
                continue;
            }
            FeedDocument document = each.parse(parser);
            for (Assertion assertion : assertions.get()) {
                Object actual = FeedparserCases.actual(document, assertion);
                boolean kept = assertion.path().stream().skip(3).noneMatch(NOT_KEPT::contains);
                if (actual == null || !kept) {
                    continue;
                }
                counted++;
                if (actual.equals(assertion.expected())) {
                    held++;
                } else {
                    failures.add(each.name() + " " + assertion + "\n    was " + actual);
                }
            }
        }
        failures.forEach(System.out::println);
        System.out.printf("feedparser cases: %d of %d assertions about entries hold%n", held, counted);
        assertThat(counted).isGreaterThan(400);
        assertThat(held).isGreaterThanOrEqualTo((int) Math.ceil(counted * 0.9));
    }

    private static List<Case> cases() throws IOException {
        Optional<Path> folder = SharedData.eval("feedparser");
        assumeTrue(folder.isPresent(), "skipped: shared/eval/feedparser is not there");
        return FeedparserCases.load(folder.get());
    }
}
