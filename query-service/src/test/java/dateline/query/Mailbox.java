package dateline.query;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that keeps what it is sent. */
@TestConfiguration(proxyBeanMethods = false)
public class Mailbox {
    @Bean(destroyMethod = "stop")
    GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar mailPort(GreenMail server) {
        return registry ->
                registry.add("spring.mail.port", () -> server.getSmtp().getPort());
    }
}
