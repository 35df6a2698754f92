package dateline.query;

import dateline.testing.BackendsInitializer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Starts the whole service on a free port, with a real broker and a real node. One instance serves all test classes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-service",
            "spring.mail.host=127.0.0.1",
            // So small that a test's few articles go in several requests, as a full topic's do.
            "dateline.index.max-bulk=10KB",
            "dateline.searches.allowed-hosts=127.0.0.1",
            "dateline.delivery.retries=100ms,100ms,100ms,100ms,100ms,100ms",
            "dateline.streams.heartbeat=1s"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
@Import({EnrichedTopic.class, RunningService.class, Mailbox.class})
public @interface QueryServiceTest {}
