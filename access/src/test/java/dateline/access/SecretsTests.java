package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.testing.ClientSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {
    @Test
    void noSecretIsWrittenToTheLog(CapturedOutput output) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.application.name=secrets",
                "--management.health.elasticsearch.enabled=false",
                // As much as an operator may turn on to look for a fault.
                "--debug=true",
                "--logging.level.org.springframework=debug",
                "--logging.level.org.apache.kafka=info",
                "--logging.level.dateline=debug",
                "--dateline.access.own-key=" + TestKeys.OWN,
                "--spring.elasticsearch.api-key=secret-of-elasticsearch"));
        arguments.add("--" + TestKeys.both());
        for (String setting : ClientSettings.settings()) {
            arguments.add("--" + setting);
        }
        try (var service = SpringApplication.run(TestService.class, arguments.toArray(String[]::new));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = ((WebServerApplicationContext) service).getWebServer().getPort();
            for (String key : List.of(TestKeys.OPERATOR, TestKeys.READER, "dateline_wrong-one-0123456789")) {
                for (String path : List.of("/api/letters", "/actuator/health", "/nowhere")) {
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            BodyHandlers.ofString());
                }
            }
            service.getBean(ConsumerFactory.class)
                    .createConsumer("group", "client")
                    .close();
        }

        assertThat(output).as("something was logged").contains("Started").contains("ConsumerConfig values");
        assertThat(output)
                .doesNotContain(TestKeys.OPERATOR)
                .doesNotContain(TestKeys.READER)
                .doesNotContain(TestKeys.OWN)
                .doesNotContain("dateline_wrong-one")
                .doesNotContain("not-to-be-logged")
                .doesNotContain("secret-of-elasticsearch");
    }
}
