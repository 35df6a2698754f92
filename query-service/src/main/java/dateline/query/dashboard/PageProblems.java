package dateline.query.dashboard;

import dateline.query.search.InvalidParameter;
import dateline.query.search.SearchUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in a page, in words, why there is not the page that was asked for. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    @ExceptionHandler
    ModelAndView invalid(InvalidParameter problem, HttpServletRequest request) {
        return page(
                HttpStatus.BAD_REQUEST,
                "This can not be searched for",
                "What was asked for can not be read: " + problem.getMessage() + ".",
                request);
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchPage problem, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "Not here", String.valueOf(problem.getMessage()), request);
    }

    @ExceptionHandler
    ModelAndView unavailable(SearchUnavailable problem, HttpServletRequest request) {
        return page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Nothing can be searched right now",
                problem.getMessage() + " No article is lost.",
                request);
    }

    static ModelAndView page(HttpStatus status, String heading, String message, HttpServletRequest request) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.addAll(name, java.util.List.of(values)));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("bar", FilterBar.of(PageAddress.of("/search", TimeRange.ALWAYS, parameters), FilterBar.Names.NONE));
        model.put("status", status.value());
        model.put("heading", heading);
        model.put("message", message);
        return new ModelAndView("error", model, status);
    }
}
