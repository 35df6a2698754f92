package dateline.query.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchProperties;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives up waiting for an answer of Elasticsearch after {@code spring.elasticsearch.socket-timeout}. The client waits
 * without end by default, whatever the socket's timeout, so a node that hangs would hang the listener and every page.
 */
@Component
class ElasticsearchTimeouts implements Rest5ClientBuilderCustomizer {
    private final Duration answer;

    ElasticsearchTimeouts(ElasticsearchProperties properties) {
        this.answer = properties.getSocketTimeout();
    }

    @Override
    public void customize(Rest5ClientBuilder builder) {
        // Only the requests' own settings are changed, below.
    }

    @Override
    public void customize(RequestConfig.Builder builder) {
        builder.setResponseTimeout(Timeout.of(answer)).setConnectionRequestTimeout(Timeout.of(answer));
    }
}
