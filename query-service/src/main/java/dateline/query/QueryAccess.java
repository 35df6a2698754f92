package dateline.query;

import dateline.access.AccessConfiguration;
import dateline.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Who may ask this service what, where it is not as in every service. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class QueryAccess {
    @Bean
    AccessRules accessRules() {
        // Letters show records and stack traces as they are.
        return new AccessRules()
                .operators("/api/dead-letters/**")
                .operators("/console/**")
                // Shows what a search would find, and keeps nothing.
                .readers(HttpMethod.POST, "/api/searches/preview");
    }
}
