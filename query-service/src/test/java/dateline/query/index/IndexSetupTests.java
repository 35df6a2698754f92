package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class IndexSetupTests {
    @Test
    void whatElasticsearchRefusesAboutTheIndexIsTold() throws IOException {
        HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestMethod().equals("PUT") ? """
                    {"error": {"type": "illegal_argument_exception", "reason": "template is invalid",
                      "caused_by": {"type": "mapper_parsing_exception", "reason": "analyzer [greek] is unknown"}},
                     "status": 400}""".getBytes(UTF_8) : new byte[0];
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.length > 0 ? 400 : 404, answer.length > 0 ? answer.length : -1);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        node.start();
        URI address = URI.create("http://127.0.0.1:" + node.getAddress().getPort());
        try (Rest5Client client = Rest5Client.builder(address).build()) {
            IndexSetup setup = new IndexSetup(
                    new ElasticsearchClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper())),
                    SampleSettings.mostRefusals(1));
            assertThat(setup.failure()).isEmpty();

            assertThatThrownBy(setup::ensure)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("template is invalid")
                    .hasMessageContaining("analyzer [greek] is unknown");
            assertThat(setup.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("[greek]"));
            assertThat(setup.isReady()).isFalse();
        } finally {
            node.stop(0);
        }
    }
}
