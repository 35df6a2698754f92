package dateline.access.audit;

import dateline.access.key.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes every change down that someone was let in for, also one that then failed. */
public final class AuditFilter extends OncePerRequestFilter {
    /** Who someone says they act for. */
    public static final String CLAIMED = "X-Dateline-By";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int LONGEST = 4_000;

    private final ChangeLog log;
    private final String service;
    private final InstantSource clock;

    public AuditFilter(ChangeLog log, String service, InstantSource clock) {
        this.log = log;
        this.service = service;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller.getAuthorities().stream().noneMatch(AuditFilter::isRole)) {
            // A public address, such as the one that hubs call.
            chain.doFilter(request, response);
            return;
        }
        Instant at = clock.instant();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            log.note(new Change(
                    at,
                    service,
                    caller.getName(),
                    cut(request.getHeader(CLAIMED)),
                    request.getRemoteAddr(),
                    request.getMethod(),
                    request.getRequestURI(),
                    cut(request.getQueryString()),
                    answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    cut(response.getHeader(HttpHeaders.LOCATION)),
                    Duration.between(at, clock.instant()).toMillis()));
        }
    }

    private static boolean isRole(GrantedAuthority authority) {
        return Role.OPERATOR.authorities().contains(String.valueOf(authority.getAuthority()));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
