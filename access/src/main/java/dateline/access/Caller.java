package dateline.access;

import dateline.access.key.ApiKey;
import dateline.access.key.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who a request comes from, known by a key. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** What those are called whom nobody asked. */
    public static final String LOCAL = "local";

    private static final int LONGEST_NAME = 100;

    private final String name;

    private Caller(String name, Role role) {
        super(AuthorityUtils.createAuthorityList(role.authorities()));
        this.name = name;
        setAuthenticated(true);
    }

    static Caller of(ApiKey key) {
        return new Caller(key.name(), key.role());
    }

    /** Anyone on this machine, where no credentials are configured: may do everything, and is nobody in particular. */
    static Authentication local() {
        return new AnonymousAuthenticationToken(
                LOCAL, LOCAL, AuthorityUtils.createAuthorityList(Role.OPERATOR.authorities()));
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
        if (principal == null) {
            return plain.isEmpty() ? LOCAL : plain;
        }
        return plain.isEmpty() || plain.equals(principal.getName())
                ? principal.getName()
                : principal.getName() + " for " + plain;
    }

    /** Whether the caller is known by a key or has signed in; never where no credentials are configured. */
    public static boolean isKnown(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
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
