package dateline.query.neighbour;

import dateline.access.OwnKey;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Neighbours that ask for no key, for tests of pages without the rest of the service. */
@TestConfiguration(proxyBeanMethods = false)
public class WithoutKey {
    @Bean
    OwnKey ownKey() {
        return OwnKey.none();
    }
}
