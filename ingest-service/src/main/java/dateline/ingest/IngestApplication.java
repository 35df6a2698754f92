package dateline.ingest;

import dateline.access.AccessConfiguration;
import dateline.access.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts ingest-service. Its configuration is {@code ingest-service.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(AccessConfiguration.class)
public class IngestApplication {
    static void main(String[] args) {
        // Three application.yml on one class path would hide each other, so each service names its own.
        System.setProperty("spring.config.name", "ingest-service");
        SpringApplication.run(IngestApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        // Hubs come without a key; what they say is believed by its own token and signature only.
        return new AccessRules().everyone("/websub/**");
    }
}
