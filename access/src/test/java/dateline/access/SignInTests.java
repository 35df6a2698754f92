package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.access.AccessProperties.Oidc;
import dateline.access.key.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in with a provider, which here is one of a few lines; the browser is a client that keeps its cookie. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.admin.auto-create=false",
            "server.address=127.0.0.1",
            "dateline.access.oidc.role-claim=realm.groups",
            "dateline.access.oidc.operators=desk",
            "dateline.access.oidc.readers=newsroom,library",
            "spring.security.oauth2.client.registration.house.client-id=dateline",
            "spring.security.oauth2.client.registration.house.client-secret=" + TestProvider.SECRET,
            "spring.security.oauth2.client.registration.house.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.registration.house.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
            "spring.security.oauth2.client.registration.house.scope=openid",
            "spring.security.oauth2.client.provider.house.user-name-attribute=preferred_username"
        })
class SignInTests {
    private static final TestProvider PROVIDER = new TestProvider();

    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        String provider = "spring.security.oauth2.client.provider.house.";
        properties.add(provider + "authorization-uri", () -> PROVIDER.url() + "/authorize");
        properties.add(provider + "token-uri", () -> PROVIDER.url() + "/token");
        properties.add(provider + "jwk-set-uri", () -> PROVIDER.url() + "/keys");
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        path.startsWith("http") ? URI.create(path) : URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return answer;
    }

    private HttpResponse<String> signIn(String name, String... groups) throws IOException, InterruptedException {
        String begin = location(send("GET", "/", "Accept", "text/html"));
        Map<String, String> asked = new HashMap<>();
        for (String pair :
                URI.create(location(send("GET", begin))).getRawQuery().split("&")) {
            asked.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        String code = PROVIDER.code(name, List.of(groups), asked.get("nonce"));
        return send(
                "GET",
                asked.get("redirect_uri") + "?code=" + code + "&state="
                        + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aReaderSignsInAndReads() throws Exception {
        assertThat(location(signIn("ada", "library"))).contains("/");
        assertThat(send("GET", "/").body()).isEqualTo("read by ada");
        assertThat(send("GET", "/api/letters").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/api/articles", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOperatorSignsInAndChangesThingsFromOurOwnPagesOnly() throws Exception {
        signIn("bo", "library", "desk");
        assertThat(send("POST", "/api/articles", "Sec-Fetch-Site", "same-origin")
                        .body())
                .isEqualTo("written by bo");
        assertThat(send("POST", "/api/articles", "Origin", "http://127.0.0.1:" + port)
                        .body())
                .isEqualTo("written by bo");
        assertThat(send("POST", "/api/articles", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/articles", "Origin", "http://attacker.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/articles").statusCode())
                .as("a cookie, and no word where it comes from")
                .isEqualTo(403);
    }

    @Test
    void whoHasNoRoleMayDoNothing() throws Exception {
        signIn("mallory", "kitchen");
        assertThat(send("GET", "/api/articles").statusCode()).isEqualTo(403);
        assertThat(send("GET", "/actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionIsNewAndItsCookieIsKeptClose() throws Exception {
        send("GET", "/oauth2/authorization/house");
        String before = cookie;
        HttpResponse<String> signedIn = signIn("ada", "library");
        assertThat(cookie)
                .as("a session from before the sign-in is worth nothing")
                .isNotEqualTo(before);
        assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-dateline=")
                .contains("; Path=/;")
                .contains("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void aSessionEndsWhenItsOwnerSaysSo() throws Exception {
        signIn("ada", "library");
        String before = cookie;
        assertThat(send("POST", "/logout", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/logout", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(302);
        cookie = before;
        assertThat(send("GET", "/api/articles").statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        String code = PROVIDER.code("mallory", List.of("desk"), "nonce");
        send("GET", "/login/oauth2/code/house?code=" + code + "&state=made-up");
        assertThat(send("GET", "/api/articles").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramIsToldToBringAKeyAndGetsNoSession() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/articles", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aRoleMayLieDeepInTheClaims() {
        Oidc oidc = new Oidc("realm_access.roles", List.of("admin", "chief"), List.of("staff"));
        Map<String, Object> claims = Map.of("realm_access", Map.of("roles", List.of("staff", "chief")), "a.b", "staff");
        assertThat(SignIn.values(claims, "realm_access.roles")).containsExactly("staff", "chief");
        assertThat(SignIn.values(claims, "a.b")).containsExactly("staff");
        assertThat(SignIn.values(claims, "realm_access.none")).isEmpty();
        assertThat(SignIn.role(oidc, List.of("staff", "chief"))).contains(Role.OPERATOR);
        assertThat(SignIn.role(oidc, List.of("staff"))).contains(Role.READER);
        assertThat(SignIn.role(oidc, List.of("cook"))).isEmpty();
    }
}
