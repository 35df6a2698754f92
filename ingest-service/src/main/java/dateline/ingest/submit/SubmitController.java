package dateline.ingest.submit;

import dateline.contract.ArticleId;
import dateline.contract.IncomingArticle;
import dateline.contract.Takedown;
import dateline.ingest.problem.InvalidField;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes articles from other systems, and takes articles down. */
@RestController
@RequestMapping("/api/articles")
class SubmitController {
    private final SubmissionReader reader;
    private final BulkReader bulk;
    private final IncomingPublisher publisher;
    private final InstantSource clock;
    private final Counter accepted;
    private final Counter rejected;

    SubmitController(
            SubmissionReader reader,
            BulkReader bulk,
            IncomingPublisher publisher,
            InstantSource clock,
            MeterRegistry meters) {
        this.accepted = meters.counter("dateline.submissions", "outcome", "accepted");
        this.rejected = meters.counter("dateline.submissions", "outcome", "rejected");
        this.reader = reader;
        this.bulk = bulk;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** An article that is stored and on its way. */
    record Accepted(String id, String url) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> submit(@RequestBody Submission submission) {
        IncomingArticle article;
        try {
            article = reader.read(submission);
        } catch (InvalidField e) {
            rejected.increment();
            throw e;
        }
        publisher.publish(List.of(article));
        accepted.increment();
        return ResponseEntity.accepted().body(new Accepted(article.id(), article.url()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<BulkReader.Summary> submitMany(InputStream lines) throws IOException {
        BulkReader.Summary summary = bulk.read(lines);
        accepted.increment(summary.accepted());
        rejected.increment(summary.rejected());
        return ResponseEntity.status(summary.accepted() == 0 && summary.rejected() > 0 ? 400 : 202)
                .body(summary);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> takeDown(@PathVariable String id, @RequestParam String reason) {
        if (!ArticleId.isValid(id)) {
            throw new InvalidField("id", "is not an article id: 32 lower-case hexadecimal digits");
        }
        if (reason.isBlank()) {
            throw new InvalidField("reason", "is empty; a takedown is final and needs one");
        }
        publisher.publish(List.of(new Takedown(id, reason.strip(), clock.instant())));
        return ResponseEntity.accepted().build();
    }
}
