package dateline.query.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import org.jspecify.annotations.Nullable;

/** Elasticsearch can never store this article: an item's error in the answer to a bulk request. */
final class BulkFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BulkFault(ErrorCause error) {
        super(describe(error));
        this.reason = type(error);
    }

    /** Elasticsearch's own name of the error, such as {@code document_parsing_exception}. */
    String reason() {
        return reason;
    }

    /** Whether the index holds something newer. */
    static boolean isStale(int status) {
        return status == 409;
    }

    /**
     * Whether trying again can not help. What is not surely so counts as passing: to wait is safe, and seen in health
     * and metrics, while to give up loses an article. So a blocked index (403), a missing one (404), overload (429) and
     * all 5xx wait.
     */
    static boolean isPermanent(int status) {
        return status == 400 || status == 413;
    }

    static String describe(ErrorCause error) {
        StringBuilder text = new StringBuilder();
        for (ErrorCause cause = error; cause != null; cause = cause.causedBy()) {
            text.append(text.isEmpty() ? "" : ": ").append(type(cause));
            if (cause.reason() != null) {
                text.append(" (").append(cause.reason()).append(')');
            }
        }
        return text.toString();
    }

    private static String type(ErrorCause error) {
        @Nullable String type = error.type();
        return type == null ? "refused" : type;
    }
}
