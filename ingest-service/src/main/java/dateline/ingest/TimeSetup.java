package dateline.ingest;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every part the same clock, so that tests can set another. */
@Configuration(proxyBeanMethods = false)
class TimeSetup {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
