package dateline.query.dashboard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to keep files for good where their address holds a hash of their content, which pages' links do, and to
 * ask again where it does not.
 */
@Component
class StaticFiles extends OncePerRequestFilter {
    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.(css|js|svg|json|geojson)");
    private static final Pattern PLAIN = Pattern.compile(".*\\.(css|js|svg|geojson)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (HASHED.matcher(path).matches()) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else if (PLAIN.matcher(path).matches()) {
            response.setHeader("Cache-Control", "no-cache");
        }
        chain.doFilter(request, response);
    }
}
