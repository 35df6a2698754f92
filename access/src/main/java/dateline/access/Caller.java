package dateline.access;

import dateline.access.key.ApiKey;
import dateline.access.key.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who a request comes from, known by a key; or, where no credentials are configured, anyone on this machine. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** What those are called whom nobody asked. */
    public static final String LOCAL = "local";

    private static final int LONGEST_NAME = 100;

    private final String name;
    private final boolean known;

    private Caller(String name, Role role, boolean known) {
        super(AuthorityUtils.createAuthorityList(role.authorities()));
        this.name = name;
        this.known = known;
        setAuthenticated(true);
    }

    static Caller of(ApiKey key) {
        return new Caller(key.name(), key.role(), true);
    }

    static Caller local() {
        return new Caller(LOCAL, Role.OPERATOR, false);
    }

    /**
     * Who is to be noted down for a change.
     *
     * @param claimed who they say they are: {@code null} if they do not. Nobody checks it, so for callers who are known it
     *     only comes behind their name, such as {@code console for ada}
     */
    public static String actor(HttpServletRequest request, @Nullable String claimed) {
        String said =
                claimed == null ? "" : claimed.replaceAll("\\p{Cntrl}", " ").strip();
        String plain = said.length() > LONGEST_NAME ? said.substring(0, LONGEST_NAME) : said;
        Principal principal = request.getUserPrincipal();
        if (principal == null || !isKnown(request)) {
            return plain.isEmpty() ? LOCAL : plain;
        }
        return plain.isEmpty() || plain.equals(principal.getName())
                ? principal.getName()
                : principal.getName() + " for " + plain;
    }

    /** Whether the caller is known by a key or has signed in; never where no credentials are configured. */
    public static boolean isKnown(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal != null && !(principal instanceof Caller caller && !caller.known);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    /** The key itself is kept nowhere. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
