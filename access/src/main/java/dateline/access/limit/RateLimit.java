package dateline.access.limit;

import dateline.access.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to those who ask too much. */
public final class RateLimit extends OncePerRequestFilter {
    private final Buckets buckets;
    private final Function<HttpServletRequest, @Nullable String> caller;
    private final Refusals refusals;
    private final String name;

    private RateLimit(
            String name, Buckets buckets, Function<HttpServletRequest, @Nullable String> caller, Refusals refusals) {
        this.name = name;
        this.buckets = buckets;
        this.caller = caller;
        this.refusals = refusals;
    }

    /** For each address, before anything is known of the caller. */
    public static RateLimit perAddress(Buckets buckets, Refusals refusals) {
        return new RateLimit("address", buckets, request -> network(request.getRemoteAddr()), refusals);
    }

    /** For each caller that is known by name; keys of one name count together. */
    public static RateLimit perCaller(Buckets buckets, Refusals refusals) {
        return new RateLimit(
                "caller",
                buckets,
                request -> {
                    Principal principal = request.getUserPrincipal();
                    return principal == null ? null : principal.getName();
                },
                refusals);
    }

    /** Two of them are in one chain. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return RateLimit.class.getName() + "." + name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = caller.apply(request);
        int wait = who == null ? 0 : buckets.take(who);
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
        refusals.refuse(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests",
                "This " + name + " asks more often than is allowed; wait " + wait + " s.");
    }

    /** One household or host has a whole /64 of IPv6. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("%", 2)[0].split(":", -1);
        int left = 0;
        while (left < groups.length && !groups[left].isEmpty()) {
            left++;
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            // Tomcat writes addresses out in full; a shortened one has its zeros where the gap is.
            network.append(i < left ? groups[i] : "0").append(':');
        }
        return network.toString();
    }
}
