package dateline.chaos;

import dateline.local.Checkout;
import dateline.local.Component;
import dateline.local.DataFolder;
import dateline.local.Jvm;
import dateline.local.LocalElasticsearch;
import dateline.local.LocalKafka;
import dateline.local.LocalProcess;
import dateline.local.Ports;
import dateline.local.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A broker and a node behind proxies, and some instances of each service that know only the proxies. */
final class ChaosStack implements AutoCloseable {
    private static final String KAFKA = "kafka";
    private static final String ELASTICSEARCH = "elasticsearch";

    private final int elasticsearchPort = Ports.free();
    private final CuttableProxy kafkaLine;
    private final CuttableProxy elasticsearchLine;
    private final Map<String, Member> members = new LinkedHashMap<>();

    /** A process and how to start it again. */
    private static final class Member {
        private final Supplier<LocalProcess> start;
        private final int port;
        private LocalProcess process;

        Member(int port, Supplier<LocalProcess> start) {
            this.port = port;
            this.start = start;
            this.process = start.get();
        }
    }

    ChaosStack(Checkout checkout, DataFolder data, int instances) {
        int kafkaPort = Ports.free();
        kafkaLine = CuttableProxy.to(kafkaPort);
        elasticsearchLine = CuttableProxy.to(elasticsearchPort);
        try {
            add(
                    KAFKA,
                    kafkaPort,
                    () -> LocalKafka.start(
                                    checkout.kafkaHome(), data, kafkaPort, kafkaLine.port(), new Jvm("512m", true))
                            .process());
            add(
                    ELASTICSEARCH,
                    elasticsearchPort,
                    () -> LocalElasticsearch.start(
                                    checkout.elasticsearchHome(), data, elasticsearchPort, new Jvm("1g", true))
                            .process());
            for (int i = 1; i <= instances; i++) {
                service(checkout, data, Component.INGEST, "ingest-" + i, "512m");
                service(checkout, data, Component.ENRICH, "enrich-" + i, "1g");
                service(checkout, data, Component.QUERY, "query-" + i, "512m");
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void service(Checkout checkout, DataFolder data, Component component, String name, String heap) {
        int port = Ports.free();
        List<String> properties = List.of(
                "spring.kafka.bootstrap-servers=127.0.0.1:" + kafkaLine.port(),
                "spring.elasticsearch.uris=http://127.0.0.1:" + elasticsearchLine.port(),
                // A member that is silent for so long is given up: a longer pause makes it a zombie.
                "spring.kafka.consumer.properties.session.timeout.ms=8000",
                "spring.kafka.consumer.properties.heartbeat.interval.ms=2000");
        add(name, port, () -> Service.launch(checkout, data, component, name, port, new Jvm(heap, true), properties));
    }

    private void add(String name, int port, Supplier<LocalProcess> start) {
        members.put(name, new Member(port, start));
    }

    /** The port of the node itself, past the proxy. */
    int elasticsearchPort() {
        return elasticsearchPort;
    }

    /** The address of the broker by way of its proxy, which is the one it tells clients. */
    String bootstrapServers() {
        return "127.0.0.1:" + kafkaLine.port();
    }

    /** Ports of all instances of a service. */
    List<Integer> ports(String service) {
        return members.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(service + "-"))
                .map(entry -> entry.getValue().port)
                .toList();
    }

    void kill(String name) {
        member(name).process.kill();
    }

    void pause(String name) {
        member(name).process.pause();
    }

    void resume(String name) {
        member(name).process.resume();
    }

    /** Starts a process that has ended; waits for a broker or a node until it can be used. */
    void start(String name) {
        Member member = member(name);
        member.process = member.start.get();
    }

    CuttableProxy line(String server) {
        return server.equals(KAFKA) ? kafkaLine : elasticsearchLine;
    }

    /** A process that ended although nobody killed it. */
    Optional<String> diedByItself() {
        return members.entrySet().stream()
                .filter(entry -> !entry.getValue().process.isAlive())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Member member(String name) {
        return Optional.ofNullable(members.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Override
    public void close() {
        members.values().stream()
                .map(member -> member.process)
                .filter(LocalProcess::isAlive)
                .forEach(LocalProcess::kill);
        kafkaLine.close();
        elasticsearchLine.close();
    }
}
