package dateline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A service of a few lines, guarded like the real ones; what it sends to Kafka stays in a list. */
@SpringBootApplication
@Import(AccessConfiguration.class)
class TestService {
    @Bean
    AccessRules rules() {
        return new AccessRules()
                .everyone("/hub/**")
                .operators("/api/letters/**")
                .readers(HttpMethod.POST, "/api/search");
    }

    @Bean
    MockProducer<byte[], byte[]> sent() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    ProducerFactory<Object, Object> producers(MockProducer<byte[], byte[]> sent) {
        return new ProducerFactory<>() {
            @Override
            public Producer<Object, Object> createProducer() {
                return producer();
            }

            @Override
            public Producer<Object, Object> createNonTransactionalProducer() {
                return producer();
            }

            @Override
            public ProducerFactory<Object, Object> copyWithConfigurationOverride(Map<String, Object> overrides) {
                return this;
            }

            @SuppressWarnings("unchecked") // As the real factory, it makes what is asked for.
            private Producer<Object, Object> producer() {
                return (Producer<Object, Object>) (Producer<?, ?>) sent;
            }
        };
    }

    /** Its addresses. */
    @RestController
    static class Addresses {
        @GetMapping({"/", "/api/articles", "/api/letters"})
        String read(HttpServletRequest request) {
            return "read by " + Caller.actor(request, null);
        }

        @PostMapping("/api/articles")
        String write(
                HttpServletRequest request,
                @RequestHeader(name = "X-Dateline-By", required = false) String by,
                @RequestBody(required = false) String body) {
            return "written by " + Caller.actor(request, by);
        }

        @DeleteMapping("/api/articles")
        String delete() {
            throw new IllegalStateException("this always fails");
        }

        @PostMapping("/api/search")
        String search() {
            return "found";
        }

        @PostMapping("/hub/token")
        String hub() {
            return "taken";
        }
    }
}
