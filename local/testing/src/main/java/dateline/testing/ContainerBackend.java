package dateline.testing;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;

/** A container of the public image. */
record ContainerBackend(String address, GenericContainer<?> container) implements Backend {
    private static final String KAFKA = "apache/kafka:4.1.2";
    private static final String ELASTICSEARCH = "docker.elastic.co/elasticsearch/elasticsearch:9.5.3";
    private static final Duration START = Duration.ofMinutes(3);

    static ContainerBackend kafka() {
        var container = new KafkaContainer(KAFKA).withStartupTimeout(START);
        container.start();
        return new ContainerBackend(container.getBootstrapServers(), container);
    }

    static ContainerBackend elasticsearch() {
        var container = new ElasticsearchContainer(ELASTICSEARCH)
                .withEnv("xpack.security.enabled", "false")
                .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .withStartupTimeout(START);
        container.start();
        return new ContainerBackend("http://" + container.getHttpHostAddress(), container);
    }

    @Override
    public void pause() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void resume() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void stop() {
        container.stop();
    }
}
