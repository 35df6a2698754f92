package dateline.enrich.topic;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's own topics.
 *
 * @param file in YAML that lists them, as {@code docs/enrichers.md} shows; none by default
 */
@ConfigurationProperties("dateline.own-topics")
public record OwnTopicProperties(@Nullable Path file) {
    /** Reads the file, if there is one, and throws {@link OwnTopicMistake} if it can not be used. */
    public void check() {
        topics();
    }

    /** What the file lists. */
    List<OwnTopic> topics() {
        return file == null ? List.of() : OwnTopicFile.read(file);
    }
}
