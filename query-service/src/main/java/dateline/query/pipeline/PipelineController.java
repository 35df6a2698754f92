package dateline.query.pipeline;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/pipeline}: how the pipeline is. */
@RestController
@RequestMapping("/api/pipeline")
class PipelineController {
    private final Watch watch;

    PipelineController(Watch watch) {
        this.watch = watch;
    }

    @GetMapping
    PipelineReport now() {
        return watch.report();
    }

    @GetMapping("/history")
    PipelineHistory history(@RequestParam(defaultValue = "hour") String period) {
        return Arrays.stream(PipelineHistory.Period.values())
                .filter(one -> one.name().equals(period.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(watch::history)
                .orElseThrow(() -> {
                    ProblemDetail problem =
                            ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "period must be hour or day");
                    problem.setTitle("Invalid parameter");
                    problem.setProperty("parameter", "period");
                    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
                });
    }
}
