package dateline.query.deadletter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.KafkaException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the workbench says when it is not the caller's fault. */
@Order(0)
@RestControllerAdvice(assignableTypes = DeadLetterController.class)
class KafkaProblems {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaProblems.class);

    @ExceptionHandler({KafkaException.class, org.apache.kafka.common.KafkaException.class})
    ResponseEntity<ProblemDetail> kafkaIsAway(RuntimeException e) {
        LOG.warn("Kafka did not do what the workbench asked: {}", e.toString());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not answer; nothing was changed. Please try again later.");
        problem.setTitle("Kafka is away");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }
}
