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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A broker and a node behind proxies, and some instances of each service that know only the proxies. */
final class ChaosStack implements AutoCloseable {
    private static final String KAFKA = "kafka";
    private static final String ELASTICSEARCH = "elasticsearch";

    private final int elasticsearchPort = Ports.free();
    private final CuttableProxy kafkaLine;
    private final CuttableProxy elasticsearchLine;
    private final Checkout checkout;
    private final DataFolder data;
    /** Asked by the publisher while instances come and go. */
    private final Map<String, Member> members = Collections.synchronizedMap(new LinkedHashMap<>());

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
        this.checkout = checkout;
        this.data = data;
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
                add("ingest-" + i);
                add("enrich-" + i);
                add("query-" + i);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts another instance of a service, and does not wait for it. */
    void add(String name) {
        if (name.startsWith("ingest")) {
            service(Component.INGEST, name, "512m");
        } else if (name.startsWith("enrich")) {
            service(Component.ENRICH, name, "1g");
        } else {
            service(Component.QUERY, name, "512m");
        }
    }

    private void service(Component component, String name, String heap) {
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
        synchronized (members) {
            return members.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(service + "-"))
                    .map(entry -> entry.getValue().port)
                    .toList();
        }
    }

    /** The instances of all services, and their ports. */
    Map<String, Integer> instances() {
        Map<String, Integer> instances = new TreeMap<>();
        synchronized (members) {
            members.forEach((name, member) -> {
                if (name.contains("-")) {
                    instances.put(name, member.port);
                }
            });
        }
        return instances;
    }

    int port(String name) {
        return member(name).port;
    }

    /** Kills a process that is not going to be missed. */
    void lose(String name) {
        member(name).process.kill();
        members.remove(name);
    }

    /** Has a process finish what it has in hand and end; returns whether it did so by itself. */
    boolean stop(String name) {
        return Service.stop(member(name).process);
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
        synchronized (members) {
            return members.entrySet().stream()
                    .filter(entry -> !entry.getValue().process.isAlive())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private Member member(String name) {
        return Optional.ofNullable(members.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Override
    public void close() {
        List.copyOf(members.values()).stream()
                .map(member -> member.process)
                .filter(LocalProcess::isAlive)
                .forEach(LocalProcess::kill);
        kafkaLine.close();
        elasticsearchLine.close();
    }
}
