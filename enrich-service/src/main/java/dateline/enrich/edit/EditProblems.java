package dateline.enrich.edit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong with a request about entities, as problem details (RFC 9457) that name the field. */
@RestControllerAdvice(assignableTypes = EntityController.class)
class EditProblems {
    @ExceptionHandler
    ProblemDetail invalid(InvalidField e) {
        return problem(HttpStatus.BAD_REQUEST, "Invalid field", e.getMessage(), e.field());
    }

    @ExceptionHandler
    ProblemDetail notFound(EntityController.NotFound e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e.getMessage(), e.field());
    }

    @ExceptionHandler
    ProblemDetail refused(EditWriter.Refused e) {
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT, "Edit refused", e.getMessage(), e.edit().field());
        if (e.isWritten()) {
            problem.setProperty("number", e.edit().number());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notWritten(EditWriter.NotWritten e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "Not written", e.getMessage(), null);
    }

    private static ProblemDetail problem(
            HttpStatus status, String title, @Nullable String detail, @Nullable String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
        problem.setTitle(title);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
