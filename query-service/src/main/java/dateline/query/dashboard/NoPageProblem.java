package dateline.query.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address at which there is nothing belongs to no package, so it is answered here: a browser gets a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoPageProblem {
    @ExceptionHandler
    Object nowhere(NoResourceFoundException problem, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
                ? PageProblems.page(HttpStatus.NOT_FOUND, "No such page", "There is nothing at this address.", request)
                : ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
    }
}
