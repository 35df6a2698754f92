package dateline.access;

import dateline.access.AccessProperties.Oidc;
import dateline.access.key.Role;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Sign-in with OpenID Connect, where a provider is configured under {@code spring.security.oauth2.client}. */
@Component
@ConditionalOnClass(name = "org.springframework.security.oauth2.client.registration.ClientRegistrationRepository")
final class SignIn {
    private final Oidc oidc;
    private final ObjectProvider<ClientRegistrationRepository> registrations;

    SignIn(AccessProperties properties, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.oidc = properties.oidc();
        this.registrations = registrations;
    }

    /** Where a sign-in begins: with the first provider, if there are several. */
    Optional<String> path() {
        return registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(repository -> {
                    List<String> ids = new java.util.ArrayList<>();
                    ((Iterable<?>) repository)
                            .forEach(each -> ids.add(((ClientRegistration) each).getRegistrationId()));
                    return ids.stream();
                })
                .findFirst()
                .map(id -> "/oauth2/authorization/" + id);
    }

    /** Lets people in who come back from the provider, and remembers them in a session. */
    void configure(HttpSecurity http, String path) {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        // Only a page is worth a return to; a program's request would only leave a session behind.
        pages.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        var signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations.getObject());
        signedOut.setPostLogoutRedirectUri("{baseUrl}/");
        http.requestCache(cache -> cache.requestCache(pages))
                .oauth2Login(login ->
                        login.loginPage(path).userInfoEndpoint(info -> info.userAuthoritiesMapper(this::authorities)))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessHandler(signedOut));
    }

    private Collection<? extends GrantedAuthority> authorities(Collection<? extends GrantedAuthority> granted) {
        Set<String> values = new LinkedHashSet<>();
        for (GrantedAuthority each : granted) {
            if (each instanceof OAuth2UserAuthority user) {
                values.addAll(values(user.getAttributes(), oidc.roleClaim()));
            }
        }
        return role(oidc, values)
                .map(role -> AuthorityUtils.createAuthorityList(role.authorities()))
                .orElse(List.of());
    }

    /** The highest role that one of the claim's values stands for. */
    static Optional<Role> role(Oidc oidc, Collection<String> values) {
        if (values.stream().anyMatch(oidc.operators()::contains)) {
            return Optional.of(Role.OPERATOR);
        }
        return values.stream().anyMatch(oidc.readers()::contains) ? Optional.of(Role.READER) : Optional.empty();
    }

    /** The claim's values; a claim's own name may have dots, as in {@code https://example.org/roles}. */
    static List<String> values(Map<String, ?> claims, String claim) {
        Object value = claims.get(claim);
        if (value == null && claim.contains(".")) {
            String[] names = claim.split("\\.", 2);
            return claims.get(names[0]) instanceof Map<?, ?> inner ? values(strings(inner), names[1]) : List.of();
        }
        return strings(value);
    }

    private static Map<String, ?> strings(Map<?, ?> claims) {
        Map<String, Object> named = new java.util.HashMap<>();
        claims.forEach((name, value) -> {
            if (name != null && value != null) {
                named.put(name.toString(), value);
            }
        });
        return named;
    }

    private static List<String> strings(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }
}
