package dateline.query.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who uses the console, for the audit trails. */
public final class Operator {
    private Operator() {}

    /** The name they signed in with; without one, where they sit. */
    public static String of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "console at " + request.getRemoteAddr() : principal.getName();
    }
}
