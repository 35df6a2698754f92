package dateline.ingest.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.kafka.KafkaException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in a problem detail what the caller can do when it is not the caller's fault. */
@RestControllerAdvice
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler({KafkaException.class, org.apache.kafka.common.KafkaException.class})
    ProblemDetail kafkaIsAway(RuntimeException e) {
        log.warn("A request could not be stored in Kafka: {}", e.toString());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not store the request; send it again later");
        problem.setTitle("Kafka is away");
        return problem;
    }
}
