package dateline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.util.ReflectionTestUtils.getField;
import static org.springframework.test.util.ReflectionTestUtils.invokeMethod;
import static org.springframework.test.util.ReflectionTestUtils.setField;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dateline.contract.Topic;
import dateline.contract.log.Takedowns;
import dateline.query.index.IndexSettings;
import dateline.query.log.LogFollower;
import dateline.query.log.TransactionalStep;
import dateline.testing.ClientSettings;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

/** How a secured Kafka is reached is configured once, for Spring. Each client that is made by hand must know it, too. */
class SecuredKafkaTests {
    private static final Set<String> MAKERS = Set.of(
            "org.apache.kafka.clients.consumer.KafkaConsumer.<init>",
            "org.apache.kafka.clients.producer.KafkaProducer.<init>",
            "org.apache.kafka.clients.admin.Admin.create",
            "org.apache.kafka.clients.admin.AdminClient.create",
            "org.springframework.kafka.core.DefaultKafkaConsumerFactory.<init>",
            "org.springframework.kafka.core.DefaultKafkaProducerFactory.<init>");

    private static final IndexSettings INDEX =
            Binder.get(new MockEnvironment()).bindOrCreate("dateline.index", IndexSettings.class);
    private static final Object REBUILD = Binder.get(new MockEnvironment())
            .bindOrCreate(
                    "dateline.rebuild", ClassUtils.resolveClassName("dateline.query.rebuild.RebuildProperties", null));
    private static final Object ALERTS = bound("dateline.alerts", "dateline.query.alert.AlertSettings");
    private static final Object PIPELINE = bound("dateline.pipeline", "dateline.query.pipeline.PipelineSettings");
    private static final BooleanSupplier NO_MORE = () -> false;

    /** Has a class make its client; there is no broker, so what comes of it does not matter. */
    private interface Trigger {
        void with(ApplicationContext spring) throws Exception;
    }

    /** Every class that makes a client by hand. */
    private static final Map<String, Trigger> BY_HAND = Map.ofEntries(
            entry(
                    "dateline.contract.log.Takedowns",
                    spring -> awaitReading(invokeMethod(
                            make("dateline.query.index.KafkaConfiguration"), "takedowns", consumers(spring)))),
            entry("dateline.query.log.LogFollower", spring -> {
                try (var follower = (LogFollower) getField(
                        make(
                                "dateline.query.stream.RecentAlerts",
                                consumers(spring),
                                bound("dateline.streams", "dateline.query.stream.StreamSettings")),
                        "follower")) {
                    follower.start();
                    ClientSettings.awaitOne();
                }
            }),
            entry(
                    "dateline.query.deliver.DeliveryWorker",
                    spring -> onAThread(
                            make(
                                    "dateline.query.deliver.DeliveryWorker",
                                    consumers(spring),
                                    null,
                                    null,
                                    null,
                                    bound("dateline.delivery", "dateline.query.deliver.DeliverySettings"),
                                    ALERTS,
                                    null),
                            "run",
                            "stopping")),
            entry("dateline.query.log.TransactionalStep", spring -> {
                TransactionalStep step = invokeMethod(
                        make(
                                "dateline.query.alert.AlertSteps",
                                consumers(spring),
                                producers(spring),
                                ALERTS,
                                null,
                                null),
                        "step",
                        "-test",
                        Topic.ENRICHED,
                        1,
                        new NoWork());
                invokeMethod(step, "run");
            }),
            entry(
                    "dateline.query.pipeline.KafkaLook",
                    spring -> invokeMethod(
                            make("dateline.query.pipeline.KafkaLook", admin(spring), PIPELINE, null, INDEX), "look")),
            entry(
                    "dateline.query.pipeline.RecordTimes",
                    spring -> invokeMethod(make("dateline.query.pipeline.RecordTimes", consumers(spring)), "reader")),
            entry(
                    "dateline.query.pipeline.StageCounter",
                    spring -> invokeMethod(
                            make("dateline.query.pipeline.StageCounter", consumers(spring), PIPELINE, null),
                            "consumer")),
            entry(
                    "dateline.query.trace.Positions",
                    spring -> invokeMethod(make("dateline.query.trace.Positions", admin(spring), INDEX), "now")),
            entry("dateline.query.rebuild.LogOffsets", spring -> invokeMethod(offsets(spring), "ends")),
            entry(
                    "dateline.query.rebuild.Verifier",
                    spring -> verify(make(
                            "dateline.query.rebuild.Verifier", null, offsets(spring), null, INDEX, consumers(spring)))),
            entry("dateline.query.rebuild.Follower", spring -> {
                Object index = make("dateline.query.rebuild.BuiltIndex", "articles-1", false, null);
                try (var _ = (AutoCloseable) make(
                        "dateline.query.rebuild.Follower", index, "group", null, rebuilds(spring), null, REBUILD)) {
                    ClientSettings.awaitOne();
                }
            }),
            entry(
                    "dateline.query.deadletter.Workbench",
                    spring -> ((ProducerFactory<?, ?>) getField(
                                    make(
                                            "dateline.query.deadletter.Workbench",
                                            null,
                                            null,
                                            spring.getBean(KafkaTemplate.class)),
                                    "producers"))
                            .createNonTransactionalProducer()));

    @Test
    void everyClientMadeByHandIsToldHowToConnect() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, KafkaAutoConfiguration.class))
                .withPropertyValues(ClientSettings.settings())
                .run(spring -> BY_HAND.forEach((name, trigger) -> {
                    List<Map<String, Object>> clients = ClientSettings.during(() -> trigger.with(spring));
                    assertThat(clients).as(name).isNotEmpty().allMatch(ClientSettings::isSecured);
                }));
    }

    @Test
    void noOtherClassMakesAClientByHand() {
        URL own = QueryApplication.class.getProtectionDomain().getCodeSource().getLocation();
        Set<String> makers = new ClassFileImporter()
                .importUrl(own).stream()
                        .filter(each -> each.getCodeUnitCallsFromSelf().stream()
                                .anyMatch(call ->
                                        MAKERS.contains(call.getTargetOwner().getName() + "." + call.getName())))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(BY_HAND.keySet()).containsAll(makers);
    }

    private static Map.Entry<String, Trigger> entry(String name, Trigger trigger) {
        return Map.entry(name, trigger);
    }

    private static Object bound(String prefix, String type) {
        return Binder.get(new MockEnvironment()).bindOrCreate(prefix, ClassUtils.resolveClassName(type, null));
    }

    /** For what goes on until it is told to stop. */
    private static void onAThread(Object worker, String method, String stop) throws InterruptedException {
        Thread.ofVirtual().start(() -> invokeMethod(worker, method));
        ClientSettings.awaitOne();
        setField(worker, stop, true);
    }

    /** A step that is only there to connect. */
    private static final class NoWork implements TransactionalStep.Work {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void apply(List<ConsumerRecord<byte[], byte[]>> records, TransactionalStep.Results results) {}
    }

    private static Object make(String name, Object... arguments) {
        Class<?> type = ClassUtils.resolveClassName(name, null);
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return BeanUtils.instantiateClass(constructor, arguments);
    }

    /** It works on a thread of its own. */
    private static void awaitReading(Object takedowns) throws InterruptedException {
        try (var follower = (Takedowns) takedowns) {
            follower.start();
            ClientSettings.awaitOne();
        }
    }

    private static Object offsets(ApplicationContext spring) {
        return make("dateline.query.rebuild.LogOffsets", admin(spring));
    }

    /** What its followers are given. */
    private static Object rebuilds(ApplicationContext spring) {
        return getField(
                make(
                        "dateline.query.rebuild.Rebuilds",
                        null,
                        null,
                        null,
                        null,
                        INDEX,
                        null,
                        REBUILD,
                        consumers(spring)),
                "consumerSettings");
    }

    private static void verify(Object verifier) {
        invokeMethod(verifier, "verify", make("dateline.query.rebuild.BuiltIndex", "articles-1", false, null), NO_MORE);
    }

    private static ConsumerFactory<?, ?> consumers(ApplicationContext spring) {
        return spring.getBean(ConsumerFactory.class);
    }

    private static ProducerFactory<?, ?> producers(ApplicationContext spring) {
        return spring.getBean(ProducerFactory.class);
    }

    private static KafkaAdmin admin(ApplicationContext spring) {
        return spring.getBean(KafkaAdmin.class);
    }
}
