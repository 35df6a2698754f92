package dateline.query.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Where a saved search's alerts are pushed to. Feed and event stream are there for every search. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Channel.Webhook.class, name = "webhook"),
    @JsonSubTypes.Type(value = Channel.Mail.class, name = "mail")
})
public sealed interface Channel {
    /** What tells it from the search's other channels. */
    @JsonIgnore
    String target();

    /**
     * A program that is sent each alert by a signed POST.
     *
     * @param url http or https
     */
    record Webhook(String url) implements Channel {
        @Override
        public String target() {
            return "webhook " + url;
        }
    }

    /**
     * People who are sent mail.
     *
     * @param to addresses
     * @param every how often at most
     */
    record Mail(List<String> to, Every every) implements Channel {
        public Mail {
            to = to == null ? List.of() : List.copyOf(to);
            every = every == null ? Every.MATCH : every;
        }

        @Override
        public String target() {
            return "mail " + String.join(" ", to);
        }
    }

    /** How often mail comes. */
    enum Every {
        /** A mail for each alert. */
        MATCH,
        /** A digest at each full hour that has something to tell. */
        HOUR,
        /** A digest at each midnight, UTC, that has something to tell. */
        DAY
    }
}
