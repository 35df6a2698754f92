package dateline.query.saved;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Saved searches.
 *
 * @param most how many there may be in all; each takes about ten kilobytes in every instance
 * @param mostPerOwner how many one owner may have
 * @param mostChannels how many channels one may have
 * @param patience longest wait for Kafka while a request is answered
 * @param allowedHosts hosts (or {@code host:port}) that webhooks may reach although they have no public address
 * @param replicas replicas of the topic, if it is not there yet; 3 in production
 */
@ConfigurationProperties("dateline.searches")
public record SavedSettings(
        @DefaultValue("50000") int most,
        @DefaultValue("1000") int mostPerOwner,
        @DefaultValue("5") int mostChannels,
        @DefaultValue("10s") Duration patience,
        @DefaultValue({}) List<String> allowedHosts,
        @DefaultValue("1") short replicas) {}
