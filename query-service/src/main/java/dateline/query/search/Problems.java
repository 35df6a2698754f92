package dateline.query.search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong in the API, as problem details (RFC 9457). */
@RestControllerAdvice(assignableTypes = ArticleController.class)
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
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Search is unavailable", e.getMessage()));
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
