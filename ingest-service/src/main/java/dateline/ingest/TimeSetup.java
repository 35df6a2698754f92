package dateline.ingest;

import dateline.contract.log.ArticleTrace;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every part the same clock, so that tests can set another, and the same trace. */
@Configuration(proxyBeanMethods = false)
class TimeSetup {
    @Bean
    ArticleTrace articleTrace(Tracer tracer, Propagator propagator) {
        return new ArticleTrace(tracer, propagator);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
