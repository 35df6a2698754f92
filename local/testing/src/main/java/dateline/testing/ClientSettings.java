package dateline.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * What Kafka's clients in this process were really given to connect with. Every client that is made with
 * {@link #settings()} tells; one that was made without them is not seen, and that is what a test is to find.
 */
public final class ClientSettings implements MetricsReporter {
    /** What makes clients. */
    public interface Work {
        void run() throws Exception;
    }

    private static final Queue<Map<String, Object>> SEEN = new ConcurrentLinkedQueue<>();

    /** Spring's properties for a broker that wants TLS and a password, and is not there; clients give up on it soon. */
    public static String[] settings() {
        return new String[] {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.security.protocol=SASL_SSL",
            "spring.kafka.ssl.bundle=broker",
            "spring.ssl.bundle.pem.broker.truststore.certificate=classpath:dateline/testing/ca.pem",
            "spring.kafka.properties[sasl.mechanism]=PLAIN",
            "spring.kafka.properties[sasl.jaas.config]=org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"dateline\" password=\"not-to-be-logged\";",
            "spring.kafka.properties[metric.reporters]=" + ClientSettings.class.getName(),
            "spring.kafka.properties[default.api.timeout.ms]=600",
            "spring.kafka.properties[request.timeout.ms]=500",
            "spring.kafka.properties[max.block.ms]=500",
            "spring.kafka.admin.auto-create=false",
        };
    }

    /** Does something, whatever comes of it without a broker, and gives the settings of every client it made. */
    public static List<Map<String, Object>> during(Work action) {
        SEEN.clear();
        try {
            action.run();
        } catch (Exception e) {
            // There is no broker; that it was to be asked is enough.
        }
        return List.copyOf(SEEN);
    }

    /** Waits until a client was made on another thread; 30 s at most. */
    public static void awaitOne() throws InterruptedException {
        for (int i = 0; i < 3000 && SEEN.isEmpty(); i++) {
            Thread.sleep(10);
        }
    }

    /** Whether a client was told how to prove who it is, and to speak TLS. */
    public static boolean isSecured(Map<String, Object> client) {
        return "SASL_SSL".equals(String.valueOf(client.get("security.protocol")))
                && "PLAIN".equals(String.valueOf(client.get("sasl.mechanism")))
                && client.get("sasl.jaas.config") != null
                && client.get("ssl.engine.factory.class") != null;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        SEEN.add(new HashMap<>(configs));
    }

    @Override
    public void init(List<KafkaMetric> metrics) {}

    @Override
    public void metricChange(KafkaMetric metric) {}

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {}
}
