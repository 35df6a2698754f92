package dateline.query.deliver;

import dateline.query.alert.Delivery;
import dateline.query.saved.Channel;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends a batch to where it goes, if it still goes there. */
@Component
class Sending {
    private final SavedSearches searches;
    private final WebhookSender webhooks;
    private final Mailer mailer;
    private final DeliverySettings settings;

    Sending(SavedSearches searches, WebhookSender webhooks, Mailer mailer, DeliverySettings settings) {
        this.searches = searches;
        this.webhooks = webhooks;
        this.mailer = mailer;
        this.settings = settings;
    }

    boolean isReady() {
        return searches.isComplete();
    }

    /** Tries once; throws nothing. */
    Attempt send(Batch batch) {
        Optional<SavedSearch> search = searches.find(batch.search());
        boolean wanted = search.stream()
                .flatMap(found -> found.channels().stream())
                .anyMatch(channel -> channel.target().equals(batch.channel().target()));
        if (!wanted) {
            // Nobody wants to hear of it any more.
            return new Attempt.Taken();
        }
        try {
            return switch (batch.channel()) {
                case Channel.Webhook webhook ->
                    webhooks.send(
                            webhook,
                            batch.deliveries().getFirst().alert(),
                            search.orElseThrow().secret());
                case Channel.Mail mail -> mailer.send(mail, batch.deliveries());
            };
        } catch (RuntimeException e) {
            return new Attempt.Failed(e.toString(), null);
        }
    }

    /** How long to wait after this delivery failed; empty if that was the last attempt. */
    Optional<Duration> pause(Delivery delivery, Attempt.Failed failed) {
        int attempt = delivery.attempt();
        if (attempt >= settings.retries().size()) {
            return Optional.empty();
        }
        Duration usual = settings.retries().get(attempt);
        Duration longest = settings.retries().getLast();
        Duration asked = failed.pause() == null ? Duration.ZERO : failed.pause();
        Duration wait = asked.compareTo(usual) > 0 ? asked : usual;
        return Optional.of(wait.compareTo(longest) > 0 && longest.compareTo(usual) >= 0 ? longest : wait);
    }

    /** Whom a channel's server can be told from others by. */
    static String host(Channel channel) {
        return switch (channel) {
            case Channel.Webhook webhook ->
                String.valueOf(URI.create(webhook.url()).getAuthority());
            // One server for all.
            case Channel.Mail _ -> "mail";
        };
    }
}
