package dateline.query.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.alert.Delivery;
import dateline.query.saved.Channel;
import dateline.query.syndication.SyndicationSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mails alerts as plain text, through the server that {@code spring.mail} names. */
@Component
final class Mailer {
    private final ObjectProvider<JavaMailSender> sender;
    private final DeliverySettings settings;
    private final SyndicationSettings syndication;

    Mailer(ObjectProvider<JavaMailSender> sender, DeliverySettings settings, SyndicationSettings syndication) {
        this.sender = sender;
        this.settings = settings;
        this.syndication = syndication;
    }

    /** Sends one mail with alerts of one search, in the calling thread. */
    Attempt send(Channel.Mail to, List<Delivery> deliveries) {
        JavaMailSender mail = sender.getIfAvailable();
        if (mail == null) {
            return new Attempt.Failed("no mail server is configured (spring.mail.host)", null);
        }
        try {
            MailText text = MailText.of(deliveries.stream().map(Delivery::alert).toList(), syndication.address());
            MimeMessage message = mail.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(to.to().toArray(String[]::new));
            helper.setSubject(text.subject());
            helper.setText(text.body());
            // The same for the same alert, so that whoever gets it twice can tell.
            message.setHeader("Message-ID", "<" + deliveries.getFirst().id() + "@dateline>");
            message.setHeader("Auto-Submitted", "auto-generated");
            mail.send(message);
            return new Attempt.Taken();
        } catch (MessagingException | MailParseException e) {
            return new Attempt.Hopeless("no-mail", e.toString());
        } catch (MailSendException e) {
            return new Attempt.Failed(
                    e.getMessageExceptions().length == 0 ? e.toString() : e.getMessageExceptions()[0].toString(), null);
        } catch (MailException e) {
            return new Attempt.Failed(e.toString(), null);
        }
    }
}
