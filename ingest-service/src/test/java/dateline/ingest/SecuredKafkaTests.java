package dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.util.ReflectionTestUtils.invokeMethod;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dateline.access.audit.Change;
import dateline.access.audit.ChangeLog;
import dateline.contract.log.LogEnd;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.testing.ClientSettings;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
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

    /** Has a class make its client; there is no broker, so what comes of it does not matter. */
    private interface Trigger {
        void with(ApplicationContext spring) throws Exception;
    }

    /** Every class that makes a client by hand. */
    private static final Map<String, Trigger> BY_HAND = Map.of(
            "dateline.access.audit.ChangeLog",
            spring -> {
                // Not quite by hand, and the same in every service.
                ChangeLog log = new ChangeLog(producers(spring));
                log.note(new Change(Instant.EPOCH, "s", "by", null, "::1", "PUT", "/", null, 200, null, 0));
                log.start();
                ClientSettings.awaitOne();
                log.close();
            },
            "dateline.ingest.subscribe.FeedTopics",
            spring -> {
                Object topics = make(
                        "dateline.ingest.subscribe.FeedTopics",
                        consumers(spring),
                        producers(spring),
                        admin(spring),
                        feeds());
                ((Producer<?, ?>) invokeMethod(topics, "writer")).close();
                ((Producer<?, ?>) invokeMethod(topics, "owner", 0)).close();
            },
            "dateline.contract.log.LogEnd",
            spring -> LogEnd.of(
                    consumers(spring).getConfigurationProperties(), List.of(new TopicPartition("news.raw", 0))),
            "dateline.ingest.takedown.RecordScan",
            spring -> invokeMethod(
                    make("dateline.ingest.takedown.RecordScan", consumers(spring), admin(spring)),
                    "isRevised",
                    Map.of()));

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
        URL own = IngestApplication.class.getProtectionDomain().getCodeSource().getLocation();
        Set<String> makers = new ClassFileImporter()
                .importUrl(own).stream()
                        .filter(each -> each.getCodeUnitCallsFromSelf().stream()
                                .anyMatch(call ->
                                        MAKERS.contains(call.getTargetOwner().getName() + "." + call.getName())))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(BY_HAND.keySet()).containsAll(makers);
    }

    private static Object make(String name, Object... arguments) {
        Class<?> type = ClassUtils.resolveClassName(name, null);
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return BeanUtils.instantiateClass(constructor, arguments);
    }

    private static FeedsProperties feeds() {
        return Binder.get(new MockEnvironment()).bindOrCreate("dateline.feeds", FeedsProperties.class);
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
