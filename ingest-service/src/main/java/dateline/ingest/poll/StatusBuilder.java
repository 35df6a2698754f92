package dateline.ingest.poll;

import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.FeedStatus.Condition;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The next status, begun from the last one: what a poll does not touch stays. */
final class StatusBuilder {
    private Condition condition;
    private @Nullable Instant lastPoll;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastNew;
    private @Nullable Instant nextDue;
    private @Nullable Duration interval;
    private @Nullable PollError error;
    private @Nullable String reason;
    private int errors;
    private List<String> notes;
    private @Nullable String title;
    private @Nullable String language;
    private @Nullable String format;
    private @Nullable String currentUrl;
    private @Nullable Instant heldUntil;
    private int pending;
    private Arrivals arrivals;
    private List<Trouble> troubles;
    private final FeedStatus before;

    StatusBuilder(FeedStatus last) {
        condition = last.condition();
        lastPoll = last.lastPoll();
        lastSuccess = last.lastSuccess();
        lastNew = last.lastNew();
        nextDue = last.nextDue();
        interval = last.interval();
        error = last.error();
        reason = last.reason();
        errors = last.errors();
        notes = last.notes();
        title = last.title();
        language = last.language();
        format = last.format();
        currentUrl = last.currentUrl();
        heldUntil = last.heldUntil();
        pending = last.pending();
        arrivals = last.arrivals();
        troubles = last.troubles();
        before = last;
    }

    StatusBuilder succeeded(Instant at) {
        condition = Condition.OK;
        lastPoll = at;
        lastSuccess = at;
        error = null;
        reason = null;
        errors = 0;
        heldUntil = null;
        return this;
    }

    StatusBuilder failed(Instant at, PollError kind, String why, int inARow) {
        condition = kind == PollError.GONE ? Condition.GONE : Condition.FAILING;
        lastPoll = at;
        troubles = before.troublesAnd(kind, why, at);
        error = kind;
        reason = why;
        errors = inARow;
        heldUntil = null;
        return this;
    }

    StatusBuilder document(String ownTitle, @Nullable String ownLanguage, String kind, List<String> oddities) {
        title = ownTitle.isEmpty() ? null : ownTitle;
        language = ownLanguage;
        format = kind;
        notes = oddities;
        return this;
    }

    /** Takes note of an oddity, of which the first few are kept. */
    StatusBuilder noted(String oddity) {
        if (notes.size() < 10 && !notes.contains(oddity)) {
            notes = Stream.concat(notes.stream(), Stream.of(oddity)).toList();
        }
        return this;
    }

    StatusBuilder arrived(Arrivals all, @Nullable Instant newest) {
        arrivals = all;
        lastNew = newest;
        return this;
    }

    StatusBuilder due(@Nullable Instant at, @Nullable Duration rhythm) {
        nextDue = at;
        interval = rhythm;
        return this;
    }

    StatusBuilder held(@Nullable Instant until) {
        heldUntil = until;
        return this;
    }

    StatusBuilder movedTo(@Nullable String url) {
        currentUrl = url;
        return this;
    }

    StatusBuilder pending(int entries) {
        pending = entries;
        return this;
    }

    FeedStatus build() {
        return new FeedStatus(
                condition,
                lastPoll,
                lastSuccess,
                lastNew,
                nextDue,
                interval,
                error,
                reason,
                errors,
                notes,
                title,
                language,
                format,
                currentUrl,
                heldUntil,
                pending,
                arrivals,
                troubles);
    }
}
