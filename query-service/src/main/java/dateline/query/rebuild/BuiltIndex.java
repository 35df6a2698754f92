package dateline.query.rebuild;

import dateline.contract.ContractJson;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of articles, as Elasticsearch says it is.
 *
 * @param name such as {@code articles-000002}
 * @param live whether it is the one behind the alias
 * @param history how it came to be; nothing for the very first index
 */
public record BuiltIndex(
        String name, boolean live, @Nullable History history) {
    /** What an index is in. */
    public enum State {
        /** It is being filled. */
        BUILDING,
        /** It is full and is being compared with the log. */
        VERIFYING,
        /** It is as the log says, and is kept so. */
        READY,
        /** It is not as the log says. */
        FAILED,
        /** It was put behind the alias, and all that had been written to its forerunner until then is in it. */
        SETTLED
    }

    /**
     * How an index came to be and how far it is; kept in the index's own mapping, so that it lives and dies with it.
     *
     * @param token tells this index from an earlier one of the same name
     * @param from the index that was behind the alias then
     * @param settleAt the log's ends when it was put behind the alias: up to there it is still filled from the log
     */
    record History(
            String token,
            String from,
            String reason,
            Instant startedAt,
            State state,
            @Nullable Instant caughtUpAt,
            @Nullable Verification verification,
            @Nullable Instant switchedAt,
            Map<Integer, Long> settleAt) {
        History {
            // What is empty is left out of the JSON: the very first index has no token, and most rebuilds have no
            // reason.
            token = token == null ? "" : token;
            from = from == null ? "" : from;
            reason = reason == null ? "" : reason;
            settleAt = settleAt == null ? Map.of() : Map.copyOf(settleAt);
        }

        History caughtUp(Instant at) {
            return new History(
                    token,
                    from,
                    reason,
                    startedAt,
                    State.VERIFYING,
                    caughtUpAt == null ? at : caughtUpAt,
                    null,
                    switchedAt,
                    settleAt);
        }

        History verified(Verification found) {
            return new History(
                    token,
                    from,
                    reason,
                    startedAt,
                    found.same() ? State.READY : State.FAILED,
                    caughtUpAt,
                    found,
                    switchedAt,
                    settleAt);
        }

        /** About to be put behind the alias. */
        History switching(Instant at) {
            return new History(token, from, reason, startedAt, State.READY, caughtUpAt, verification, at, Map.of());
        }

        History settling(Map<Integer, Long> ends) {
            return new History(token, from, reason, startedAt, state, caughtUpAt, verification, switchedAt, ends);
        }

        History settled() {
            return new History(
                    token, from, reason, startedAt, State.SETTLED, caughtUpAt, verification, switchedAt, settleAt);
        }

        String json() {
            return new String(new ContractJson().write(this), java.nio.charset.StandardCharsets.UTF_8);
        }

        static History of(String json) {
            return new ContractJson().read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), History.class);
        }
    }

    /** Whether it needs readers of its own: any index that the live listener does not write to, or not yet alone. */
    boolean isFollowed() {
        return !live || (history != null && history.state() != State.SETTLED);
    }

    /** The alias by which its own readers write to it: writing to a removed index must not make it anew. */
    String target() {
        return name + "-side";
    }

    /** The consumer group of its own readers. */
    String group(String liveGroup) {
        return liveGroup + "-" + name + (history == null ? "" : "-" + history.token());
    }
}
