package dateline.access.browser;

import dateline.access.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where no credentials are asked for: refuses what was not meant for this machine. A page whose name first leads to its own
 * server and then to 127.0.0.1 (DNS rebinding) still sends its own name in {@code Host}; a proxy in front of the service
 * says so in a header, and whoever runs one has to configure credentials.
 */
public final class LocalNames extends OncePerRequestFilter {
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    private final Set<String> names;
    private final Refusals refusals;

    /**
     * Takes names.
     *
     * @param names allowed besides those of this machine
     */
    public LocalNames(List<String> names, Refusals refusals) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OF_PROXIES.stream().anyMatch(header -> request.getHeader(header) != null)) {
            refuse(
                    request,
                    response,
                    "A proxy passes requests on to a service that asks nobody who they are:"
                            + " configure credentials (dateline.access.keys, dateline.access.key-file).");
            return;
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !isAllowed(withoutPort(host.toLowerCase(Locale.ROOT)))) {
            refuse(
                    request,
                    response,
                    "This service is called by a name of this machine only, such as localhost; others"
                            + " can be allowed in dateline.access.hosts.");
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        refusals.refuse(request, response, HttpStatus.FORBIDDEN, "Not for this machine only", why);
    }

    private boolean isAllowed(String name) {
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || names.contains(name);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
