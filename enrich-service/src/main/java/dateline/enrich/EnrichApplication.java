package dateline.enrich;

import dateline.access.AccessConfiguration;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts enrich-service. Its configuration is {@code enrich-service.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(AccessConfiguration.class)
public class EnrichApplication {
    static void main(String[] args) {
        // Three application.yml on one class path would hide each other, so each service names its own.
        System.setProperty("spring.config.name", "enrich-service");
        service().run(args);
    }

    static SpringApplication service() {
        SpringApplication service = new SpringApplication(EnrichApplication.class);
        service.addInitializers(new EarlyLoading());
        return service;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
