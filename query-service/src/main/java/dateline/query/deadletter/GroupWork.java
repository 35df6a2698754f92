package dateline.query.deadletter;

import dateline.query.deadletter.Workbench.Request;
import dateline.query.deadletter.Workbench.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same done to many letters, not faster than asked. It is of this instance and ends with it; what it did stays. */
public final class GroupWork {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWork.class);
    private static final int LARGEST_STEP = 100;
    private static final int MOST_PROBLEMS = 20;

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** Kafka did not answer; the letters that were left are still open. */
        FAILED
    }

    /**
     * How far it is.
     *
     * @param total letters that were meant when it began
     * @param done letters dealt with
     * @param refused letters that stay
     * @param problems why, for the first of them; or why it failed
     * @param ended when it ended, if it has
     */
    public record Progress(
            String id,
            String action,
            State state,
            int rate,
            int total,
            int done,
            int refused,
            List<String> problems,
            Instant started,
            @Nullable Instant ended) {}

    private final String id;
    private final String action;
    private final List<OpenLetter> letters;
    private final int rate;
    private final Request request;
    private final BiFunction<List<OpenLetter>, Request, List<Result>> work;
    private final Instant started = Instant.now();
    private final List<String> problems = new ArrayList<>();
    private int done;
    private int refused;
    private State state = State.RUNNING;
    private @Nullable Instant ended;

    /**
     * Plans it.
     *
     * @param rate letters a second
     */
    GroupWork(
            String id,
            String action,
            List<OpenLetter> letters,
            int rate,
            Request request,
            BiFunction<List<OpenLetter>, Request, List<Result>> work) {
        this.id = id;
        this.action = action;
        this.letters = List.copyOf(letters);
        this.rate = rate;
        this.request = request;
        this.work = work;
    }

    /** Does it, in the calling thread. */
    void run() {
        int step = Math.min(rate, LARGEST_STEP);
        try {
            long next = System.nanoTime();
            for (int from = 0; from < letters.size() && isRunning(); from += step) {
                List<OpenLetter> chunk = letters.subList(from, Math.min(letters.size(), from + step));
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                // From when it was sent: a step that took long is no reason to hurry.
                next = System.nanoTime() + chunk.size() * 1_000_000_000L / rate;
                if (isRunning()) {
                    note(work.apply(chunk, request));
                }
            }
            end(State.DONE);
        } catch (InterruptedException e) {
            end(State.CANCELLED);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("{} of dead letters failed: {}", action, e.toString());
            fail(String.valueOf(e.getMessage()));
        }
    }

    /** Stops after the letters in hand. */
    void cancel() {
        end(State.CANCELLED);
    }

    synchronized Progress progress() {
        return new Progress(
                id, action, state, rate, letters.size(), done, refused, List.copyOf(problems), started, ended);
    }

    private synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    private synchronized void note(List<Result> results) {
        for (Result result : results) {
            if (result.done()) {
                done++;
            } else {
                refused++;
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(result.origin() + ": " + result.outcome());
                }
            }
        }
    }

    private synchronized void fail(String reason) {
        problems.add(reason);
        end(State.FAILED);
    }

    private synchronized void end(State how) {
        if (state == State.RUNNING) {
            state = how;
            ended = Instant.now();
        }
    }
}
