package dateline.enrich.topic;

import org.jspecify.annotations.Nullable;

/** The file of the operator's own topics can not be used; the message says file, topic, field and reason. */
public final class OwnTopicMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OwnTopicMistake(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
