package dateline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** How a request is refused: a problem (RFC 9457) for programs, the service's own error page for people. */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final JsonMapper json;
    private final @Nullable String signIn;

    /**
     * Takes what it needs.
     *
     * @param signIn path that begins a sign-in, if there is one
     */
    Refusals(JsonMapper json, @Nullable String signIn) {
        this.json = json;
        this.signIn = signIn;
    }

    /** Nobody is known to have sent the request: a browser is led to sign in, or asks for a key's name and the key. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (wantsPage(request) && signIn != null) {
            response.sendRedirect(request.getContextPath() + signIn);
            return;
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Dateline\"");
        if (wantsPage(request)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Dateline\", charset=\"UTF-8\"");
        }
        refuse(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "Key missing or wrong",
                "Send a key that is good here: Authorization: Bearer <key>.");
    }

    /** Whoever it is may not do this. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(request, response, HttpStatus.FORBIDDEN, "Not allowed", "This needs the role of an operator.");
    }

    /** Answers with a status, and why. */
    public void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (wantsPage(request)) {
            response.sendError(status.value(), detail);
            return;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
