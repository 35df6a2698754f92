package dateline.enrich.replay;

import dateline.contract.Topic;
import dateline.enrich.TopicProperties;
import dateline.enrich.listen.RawArticleListener;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.enrich.pipeline.EnrichmentThreads;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/** The topics of the orders, and the place between two polls where replays are written. */
@Configuration
class ReplayConfiguration {
    /** As much as the producers may send. */
    private static final String LARGEST_RECORD = Integer.toString(8 * 1024 * 1024);

    /** While there is nothing to replay: how soon an order is noticed. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** While there is: live articles end the wait at once. */
    private static final Duration BUSY = Duration.ofMillis(20);

    @Bean
    KafkaAdmin.NewTopics replayTopics(TopicProperties properties) {
        short replicas = properties.replicas();
        return new KafkaAdmin.NewTopics(topic(Topic.REPLAYS, replicas), topic(Topic.REPLAY_PROGRESS, replicas));
    }

    private static NewTopic topic(Topic topic, short replicas) {
        return TopicBuilder.name(topic.topicName())
                .partitions(1)
                .replicas(replicas)
                .compact()
                .config("max.message.bytes", LARGEST_RECORD)
                .build();
    }

    @Bean(destroyMethod = "close")
    @Lazy
    Admin replayAdmin(KafkaAdmin kafka) {
        return Admin.create(kafka.getConfigurationProperties());
    }

    @Bean
    LiveArticles liveArticles(ReplayProperties properties) {
        return new LiveArticles(properties.liveFor(), System::nanoTime);
    }

    @Bean
    ReaderLag readerLag(
            @Qualifier("replayAdmin") ObjectProvider<Admin> admin, LiveArticles live, ReplayProperties properties) {
        String group = properties.readerGroup();
        return new ReaderLag(
                () -> group.isBlank() ? 0 : ReaderLag.unread(admin.getObject(), group),
                Executors.newVirtualThreadPerTaskExecutor(),
                () -> live.isRecent() ? properties.mostUnreadBesideLive() : properties.mostUnread());
    }

    /**
     * Gives the live listener's consumers a turn of replaying before each poll. Spring Kafka has no hook at that place
     * that also is reached while no record comes, and the place matters: the last batch is committed, and the next can
     * not have begun.
     */
    @Bean
    DefaultKafkaConsumerFactoryCustomizer replayBetweenPolls(
            ObjectProvider<KafkaOperations<String, byte[]>> kafka,
            ObjectProvider<RawArticleListener> writer,
            ObjectProvider<ReplayBoard> board,
            ObjectProvider<PartitionLog> log,
            ObjectProvider<EnrichmentPipeline> pipeline,
            EnrichmentThreads threads,
            ReaderLag readers,
            LiveArticles live,
            ReplayProperties properties,
            InstantSource clock) {
        return factory -> factory.addPostProcessor(consumer -> {
            var sources = new ReplayRun.Sources(
                    board.getObject(),
                    log.getObject(),
                    pipeline.getObject(),
                    threads,
                    readers,
                    live,
                    properties,
                    clock);
            return between(consumer, new ReplayTurn(kafka.getObject(), writer.getObject(), sources));
        });
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Consumer<K, V> between(Consumer<K, V> consumer, ReplayTurn turn) {
        return (Consumer<K, V>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("poll") && arguments[0] instanceof Duration timeout) {
                        Duration longest = turn.take(consumer) ? BUSY : IDLE;
                        ConsumerRecords<K, V> records =
                                consumer.poll(timeout.compareTo(longest) < 0 ? timeout : longest);
                        turn.note(records);
                        return records;
                    }
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
