package dateline.query.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Against a server that speaks TLS under a certificate of its own, as a secured Elasticsearch does. */
class SecuredElasticsearchTests {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private Path certificate;

    @BeforeEach
    void startServer(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=node",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        certificate = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + new String(
                                Base64.getMimeEncoder()
                                        .encode(keys.getCertificate("node").getEncoded()),
                                US_ASCII)
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class, ElasticsearchRestClientAutoConfiguration.class))
                .withBean(ElasticsearchTimeouts.class)
                .withPropertyValues(
                        "spring.elasticsearch.uris=https://127.0.0.1:"
                                + server.getAddress().getPort(),
                        "spring.elasticsearch.api-key=key-of-dateline");
    }

    @Test
    void requestsCarryTheKeyOverTlsThatTrustsTheCa() {
        service()
                .withPropertyValues(
                        "spring.elasticsearch.restclient.ssl.bundle=node",
                        "spring.ssl.bundle.pem.node.truststore.certificate=file:" + certificate)
                .run(spring -> {
                    spring.getBean(Rest5Client.class).performRequest(new Request("GET", "/"));
                    assertThat(authorizations).containsExactly("ApiKey key-of-dateline");
                });
    }

    @Test
    void aServerThatNobodyVouchesForLearnsNoKey() {
        service().run(spring -> {
            Rest5Client client = spring.getBean(Rest5Client.class);
            assertThatThrownBy(() -> client.performRequest(new Request("GET", "/")))
                    .isInstanceOf(SSLException.class);
            assertThat(authorizations).isEmpty();
        });
    }
}
