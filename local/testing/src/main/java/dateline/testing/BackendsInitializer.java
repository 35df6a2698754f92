package dateline.testing;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Points a Spring test at {@link Backends}:
 *
 * <pre>{@code
 * @SpringBootTest
 * @ContextConfiguration(initializers = BackendsInitializer.class)
 * class SomethingIT {}
 * }</pre>
 *
 * The node is only started for a service that has its client on the class path.
 */
public final class BackendsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String ELASTICSEARCH_CLIENT = "co.elastic.clients.elasticsearch.ElasticsearchClient";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<String, Object>();
        if (ClassUtils.isPresent(ELASTICSEARCH_CLIENT, context.getClassLoader())) {
            Backends.startBoth();
            properties.put("spring.elasticsearch.uris", Backends.elasticsearchUrl());
        }
        properties.put("spring.kafka.bootstrap-servers", Backends.bootstrapServers());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("backends", properties));
    }
}
