package dateline.query.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The dead-letter workbench.
 *
 * @param maxLetters most open letters this instance keeps in view, about half a kilobyte each; of more, the first to
 *     come are left out until it starts again with fewer
 * @param maxAudit most entries of the audit trail kept in view, the newest; the topic keeps all
 * @param rate letters a second that a group is retried with, unless the request says otherwise
 * @param patience longest wait for Kafka while a request is answered
 * @param replicas replicas of the audit topic, if it is not there yet; 3 in production
 */
@ConfigurationProperties("dateline.dead-letters")
public record DeadLetterSettings(
        @DefaultValue("100000") int maxLetters,
        @DefaultValue("20000") int maxAudit,
        @DefaultValue("20") int rate,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1") short replicas) {}
