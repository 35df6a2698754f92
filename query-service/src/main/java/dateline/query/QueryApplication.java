package dateline.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts query-service. Its configuration is {@code query-service.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryApplication {
    static void main(String[] args) {
        // Three application.yml on one class path would hide each other, so each service names its own.
        System.setProperty("spring.config.name", "query-service");
        SpringApplication.run(QueryApplication.class, args);
    }
}
