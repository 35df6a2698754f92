package dateline.query.search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What goes wrong in the API, as problem details (RFC 9457), where a controller or Spring does not say it better. The last
 * to be asked.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameter e) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "Invalid parameter", e.parameter() + ": " + e.getMessage());
        problem.setProperty("parameter", e.parameter());
        e.position().ifPresent(position -> problem.setProperty("position", position));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchArticle e) {
        return problem(HttpStatus.NOT_FOUND, "No such article", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SearchUnavailable e) {
        LOG.warn(
                "Elasticsearch can not answer: {}",
                e.getCause() == null ? e : e.getCause().getMessage());
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "Search is unavailable", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> slow(TooSlow e) {
        return later(problem(HttpStatus.GATEWAY_TIMEOUT, "Search took too long", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooBusy e) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "Too busy", e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail expired(CursorExpired e) {
        ProblemDetail problem = problem(HttpStatus.GONE, "Page expired", e.getMessage());
        problem.setProperty("parameter", "next");
        return problem;
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> told(ErrorResponseException e) {
        return ResponseEntity.status(e.getStatusCode()).headers(e.getHeaders()).body(e.getBody());
    }

    @ExceptionHandler
    ProblemDetail fault(RuntimeException e) {
        LOG.error("A request failed", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "The request failed; the log says why.");
    }

    private static ProblemDetail problem(
            HttpStatus status, String title, @org.jspecify.annotations.Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail == null ? title : detail);
        problem.setTitle(title);
        return problem;
    }
}
