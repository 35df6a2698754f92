package dateline.ingest;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts ingest-service. Its configuration is {@code ingest-service.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {
    static void main(String[] args) {
        // Three application.yml on one class path would hide each other, so each service names its own.
        System.setProperty("spring.config.name", "ingest-service");
        SpringApplication.run(IngestApplication.class, args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
