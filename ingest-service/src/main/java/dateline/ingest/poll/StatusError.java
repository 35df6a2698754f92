package dateline.ingest.poll;

import dateline.ingest.fetch.BotWall;
import dateline.ingest.fetch.FetchError;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.subscribe.PollError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what kind of failure an answer without a document is. */
final class StatusError {
    private StatusError() {}

    /** The failure that a status other than 2xx and 304 means. */
    static PollResult.Failed of(Fetched.Answer answer, Instant now) {
        String wall = BotWall.of(answer);
        var retryAfter = ServerWish.retryAfter(answer.headers(), now);
        int status = answer.status();
        if (wall != null) {
            return new PollResult.Failed(PollError.BOT_WALL, wall + " asks for proof of being human", retryAfter);
        }
        PollError error = switch (status) {
            case 410 -> PollError.GONE;
            case 401, 403, 407, 451 -> PollError.FORBIDDEN;
            case 429 -> PollError.RATE_LIMITED;
            case 503 -> retryAfter == null ? PollError.SERVER_ERROR : PollError.RATE_LIMITED;
            default -> status >= 500 ? PollError.SERVER_ERROR : PollError.NOT_FOUND;
        };
        return new PollResult.Failed(error, "HTTP status " + status + meaning(status), retryAfter);
    }

    /** The same for a fetch that brought no answer. */
    static PollResult.Failed of(Fetched.Failure failure) {
        return new PollResult.Failed(kind(failure.error()), failure.reason(), null);
    }

    private static PollError kind(FetchError error) {
        return switch (error) {
            case BAD_URL -> PollError.BAD_URL;
            case UNKNOWN_HOST -> PollError.UNKNOWN_HOST;
            case REFUSED_ADDRESS -> PollError.REFUSED_ADDRESS;
            case CONNECTION -> PollError.CONNECTION;
            case TLS -> PollError.TLS;
            case TIMEOUT -> PollError.TIMEOUT;
            case TOO_LARGE -> PollError.TOO_LARGE;
            case REDIRECT -> PollError.REDIRECT;
            case PROTOCOL -> PollError.PROTOCOL;
        };
    }

    private static String meaning(int status) {
        @Nullable
        String words = switch (status) {
            case 401 -> "a password is needed";
            case 403 -> "the server refuses";
            case 404 -> "not there";
            case 410 -> "gone for good";
            case 429 -> "too many requests";
            case 451 -> "withheld for legal reasons";
            case 500, 502, 503, 504 -> "the server has a problem";
            default -> null;
        };
        return words == null ? "" : ": " + words;
    }
}
