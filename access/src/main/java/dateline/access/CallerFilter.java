package dateline.access;

import dateline.access.key.KeyRing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls, from {@code Authorization: Bearer <key>}, or {@code Basic <name>:<key>} that browsers can ask for.
 * What it finds holds for this request only; a wrong key is refused even where none is needed.
 */
final class CallerFilter extends OncePerRequestFilter {
    private final Credentials credentials;
    private final Refusals refusals;

    CallerFilter(Credentials credentials, Refusals refusals) {
        this.credentials = credentials;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!credentials.required()) {
            known(Caller.local());
        } else {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header != null) {
                Optional<Caller> caller = caller(credentials.keys(), header);
                if (caller.isEmpty()) {
                    refusals.commence(request, response, new BadCredentialsException("no such key"));
                    return;
                }
                known(caller.get());
            }
        }
        chain.doFilter(request, response);
    }

    /** Security's own filter empties the holder when the request has ended. */
    private static void known(Authentication caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
    }

    private static Optional<Caller> caller(KeyRing keys, String header) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        String rest = space < 0 ? "" : header.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return keys.find(rest).map(Caller::of);
        }
        if (scheme.equalsIgnoreCase("Basic")) {
            String pair = decoded(rest);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : keys.find(pair.substring(colon + 1))
                            .filter(key -> key.name().equals(pair.substring(0, colon)))
                            .map(Caller::of);
        }
        return Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
