package dateline.query.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.ReplayOrder;
import dateline.contract.Topic;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import dateline.query.search.InvalidParameter;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.TakesArticleQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/replays?…}: takes the parameters of {@code GET /api/articles} and orders what they find to be enriched
 * anew. enrich-service, which does the work, tells how it goes at its own {@code /api/replays/{id}}.
 */
@RestController
class FoundReplayController {
    /** Ids in one order, so that an order is well below the largest record. */
    static final int CHUNK = 5_000;

    private static final List<String> OWN = List.of("dryRun", "reason");
    private static final List<String> MEANINGLESS = List.of("sort", "size", "next", "facets");
    private static final int MAX_REASON = 1_000;
    private static final long ACK_SECONDS = 30;

    private final ArticleSearch search;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock = Clock.systemUTC();
    private final ContractJson json = new ContractJson();

    FoundReplayController(ArticleSearch search, KafkaTemplate<byte[], byte[]> kafka) {
        this.search = search;
        this.kafka = kafka;
    }

    /**
     * What was ordered.
     *
     * @param articles how many articles were found
     * @param replays the orders' ids
     */
    record Ordered(int articles, boolean dryRun, List<String> replays) {}

    /** Kafka did not take an order; those before it stand. */
    static final class NotOrdered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOrdered(Throwable cause) {
            super("Kafka did not take the order; give it again later. Replaying an article twice does no harm.", cause);
        }
    }

    @PostMapping("/api/replays")
    @TakesArticleQuery
    @ResponseStatus(HttpStatus.ACCEPTED)
    Ordered order(@RequestParam MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>(parameters);
        OWN.forEach(query::remove);
        for (String name : MEANINGLESS) {
            if (query.containsKey(name)) {
                throw problem(name, "means nothing here: all that is found is replayed");
            }
        }
        ArticleQuery asked = ArticleQueryReader.read(query);
        if (query.isEmpty()) {
            throw problem("q", "or another condition is needed; to replay all articles, ask enrich-service");
        }
        boolean dryRun = dryRun(parameters.getFirst("dryRun"));
        String reason = parameters.getFirst("reason") == null ? "" : String.valueOf(parameters.getFirst("reason"));
        if (reason.length() > MAX_REASON) {
            throw problem("reason", "must have at most " + MAX_REASON + " characters");
        }
        List<String> found = new ArrayList<>();
        search.ids(asked, CHUNK, found::addAll);
        String batch = UUID.randomUUID().toString().substring(0, 13);
        List<String> orders = new ArrayList<>();
        Instant now = clock.instant();
        for (int from = 0; from < found.size(); from += CHUNK) {
            String id = "replay-" + batch + "-" + (from / CHUNK + 1);
            List<String> some = found.subList(from, Math.min(found.size(), from + CHUNK));
            write(new ReplayOrder(id, ReplayOrder.Selection.ofArticles(some), dryRun, reason, now));
            orders.add(id);
        }
        return new Ordered(found.size(), dryRun, orders);
    }

    private void write(ReplayOrder order) {
        try {
            kafka.send(new ProducerRecord<>(
                            Topic.REPLAYS.topicName(), order.id().getBytes(UTF_8), json.write(order)))
                    .get(ACK_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException
                | TimeoutException
                | org.springframework.kafka.KafkaException
                | org.apache.kafka.common.KafkaException e) {
            throw new NotOrdered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotOrdered(e);
        }
    }

    private static boolean dryRun(@Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        throw problem("dryRun", "must be true or false");
    }

    private static org.springframework.web.ErrorResponseException problem(String parameter, String reason) {
        return new org.springframework.web.ErrorResponseException(
                HttpStatus.BAD_REQUEST, invalid(parameter, parameter + " " + reason), null);
    }

    private static ProblemDetail invalid(String parameter, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setTitle("Invalid parameter");
        problem.setProperty("parameter", parameter);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameter e) {
        return invalid(e.parameter(), e.parameter() + ": " + e.getMessage());
    }

    @ExceptionHandler({SearchUnavailable.class, NotOrdered.class})
    ProblemDetail away(RuntimeException e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        problem.setTitle("Not ordered");
        return problem;
    }
}
