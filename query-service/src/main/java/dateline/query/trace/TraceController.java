package dateline.query.trace;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/trace}: where is my article? */
@RestController
class TraceController {
    private final Tracer tracer;

    TraceController(Tracer tracer) {
        this.tracer = tracer;
    }

    @GetMapping("/api/trace")
    Trace trace(
            @RequestParam(required = false) @Nullable String url, @RequestParam(required = false) @Nullable String id) {
        if ((url == null) == (id == null)) {
            throw invalid("url", "or id is wanted, one of them");
        }
        if (id != null) {
            if (!ArticleId.isValid(id)) {
                throw invalid("id", "is not an article id: 32 lower-case hexadecimal digits");
            }
            return tracer.ofId(id);
        }
        return tracer.ofUrl(canonical(url));
    }

    private static CanonicalUrl canonical(@Nullable String url) {
        try {
            return CanonicalUrl.of(url == null ? "" : url);
        } catch (IllegalArgumentException e) {
            throw invalid("url", "can not be used: " + e.getMessage());
        }
    }

    private static ErrorResponseException invalid(String field, String what) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + what);
        problem.setTitle("Invalid field");
        problem.setProperty("field", field);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
