package dateline.query.dashboard;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteView;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * A page that is made whole before its first byte is sent. One that fails on the way is an error, and not the half of a
 * page with the status of a good one; and what is sent at once passes the filters once, not with each piece of text.
 */
final class WholePage extends JteView {
    private final TemplateEngine engine;

    WholePage(TemplateEngine engine) {
        super(engine);
        this.engine = engine;
        setContentType(MediaType.TEXT_HTML_VALUE);
        setExposeSpringMacroHelpers(false);
    }

    @Override
    protected void renderMergedTemplateModel(
            Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(Objects.requireNonNull(getUrl(), "url"), model, page);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    /** Finds the template by the name that a controller gives. */
    static final class Resolver extends JteViewResolver {
        private final TemplateEngine engine;

        Resolver(TemplateEngine engine, JteProperties properties) {
            super(engine, properties);
            this.engine = engine;
            // It hands its own setting to each page.
            setExposeSpringMacroHelpers(false);
        }

        @Override
        protected AbstractUrlBasedView instantiateView() {
            return new WholePage(engine);
        }
    }
}
