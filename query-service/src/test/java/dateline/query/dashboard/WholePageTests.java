package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;

class WholePageTests {
    private final WholePage page = new WholePage(TemplateEngine.createPrecompiled(ContentType.Html));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    WholePageTests() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        page.setApplicationContext(context);
    }

    @Test
    void isSentInUtf8AndSaysHowLongItIs() throws Exception {
        page.setUrl("error.jte");

        page.render(model("Минск не отвечает"), request, response);

        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentAsString().strip())
                .contains("Минск не отвечает")
                .endsWith("</html>");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void thatFailsWhileItIsMadeIsNotSentInPart() {
        page.setUrl("error.jte");
        Function<String, String> failing = path -> {
            throw new IllegalStateException("not found");
        };

        assertThatThrownBy(() -> page.render(Map.of("files", new StaticAddresses(failing::apply)), request, response))
                .hasRootCauseMessage("not found");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private static Map<String, Object> model(String message) {
        return Map.of("files", new StaticAddresses(path -> path), "message", message);
    }
}
