package dateline.query.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/articles/export}: the parameters of {@code GET /api/articles}; {@code format}, {@code fields}, {@code sort},
 * {@code limit}; for CSV {@code bom} and {@code formulas}. The number of articles to come stands in a header.
 */
@RestController
class ExportController {
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);
    private static final String TOTAL = "Dateline-Total";
    private static final int BUFFER = 64 * 1024;

    private final Exports exports;
    private final Clock clock = Clock.systemUTC();

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/api/articles/export")
    void export(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ExportBroken {
        ExportRequest asked = ExportRequest.of(parameters);
        if (request.getMethod().equals("HEAD")) {
            describe(asked, response);
            return;
        }
        // Written by the request's own thread, which costs nothing since it is a virtual one: no time limit of an
        // asynchronous answer, and a reader that is slow or gone slows or ends the reading at once.
        try {
            exports.export(asked, total -> {
                describe(asked, response);
                response.setHeader(TOTAL, Long.toString(total));
                return ArticleWriter.of(asked, new BufferedOutputStream(response.getOutputStream(), BUFFER));
            });
        } catch (IOException e) {
            LOG.info("The reader of an export went away: {}", e.getMessage());
        }
    }

    private void describe(ExportRequest asked, HttpServletResponse response) {
        response.setContentType(asked.format().contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"dateline-%s.%s\""
                        .formatted(LocalDate.now(clock), asked.format().ending()));
    }
}
