package dateline.query;

import dateline.access.AccessConfiguration;
import dateline.access.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts query-service. Its configuration is {@code query-service.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(AccessConfiguration.class)
public class QueryApplication {
    static void main(String[] args) {
        // Three application.yml on one class path would hide each other, so each service names its own.
        System.setProperty("spring.config.name", "query-service");
        SpringApplication.run(QueryApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        // Letters show records and stack traces as they are.
        return new AccessRules().operators("/api/dead-letters/**").operators("/console/**");
    }
}
