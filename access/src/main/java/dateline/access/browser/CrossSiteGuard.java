package dateline.access.browser;

import dateline.access.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site has a browser send. Browsers say where a request comes from, in
 * {@code Sec-Fetch-Site} and {@code Origin}, and no page can change that; OWASP's cheat sheet on cross-site request forgery
 * describes the method. A request with a key in {@code Authorization: Bearer} needs no such protection: no browser adds one
 * by itself.
 */
public final class CrossSiteGuard extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Refusals refusals;

    public CrossSiteGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || hasBearer(request) || comesFromHere(request)) {
            chain.doFilter(request, response);
            return;
        }
        refusals.refuse(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "Cross-site request",
                "A page of another site may not change anything here.");
    }

    private static boolean hasBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static boolean comesFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isHost(origin, request.getHeader(HttpHeaders.HOST));
        }
        // No browser of today is silent on both, so this is a program; but one that brings a session's cookie must say.
        return request.getCookies() == null || request.getRequestedSessionId() == null;
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
