package dateline.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An identity provider that believes everyone: gives an identity token for a code it was told of. */
final class TestProvider {
    static final String SECRET = "secret-of-the-client-0123456789";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, JWTClaimsSet> known = new ConcurrentHashMap<>();

    TestProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String code = body.replaceAll(".*code=([a-z0-9]+).*", "$1");
            answer(
                    exchange,
                    "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \""
                            + signed(known.get(code)) + "\"}");
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The code with which somebody comes back who has signed in. */
    String code(String name, List<String> groups, String nonce) {
        String code = "code" + known.size();
        known.put(
                code,
                new JWTClaimsSet.Builder()
                        .issuer(url())
                        .subject("0815")
                        .audience("dateline")
                        .claim("nonce", nonce)
                        .claim("preferred_username", name)
                        .claim("realm", Map.of("groups", groups))
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
        return code;
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
