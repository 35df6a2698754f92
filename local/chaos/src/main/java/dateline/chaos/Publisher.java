package dateline.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Publishes the stories in order, as a good client does: whatever was not answered is sent again. Later revisions,
 * takedowns and repeats of a story follow some batches after it.
 */
final class Publisher {
    private static final int BATCH = 100;
    private static final long REST_MILLIS = 300;

    private final Calls calls;
    private final Supplier<List<Integer>> ingest;
    private final String outlet;
    private final int articles;
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicLong retries = new AtomicLong();
    /** What is still to follow, oldest first. */
    private final Deque<List<Story>> recent = new ArrayDeque<>();

    private int turn;

    /** Asks for the ports at each request, since instances come and go. */
    Publisher(Calls calls, Supplier<List<Integer>> ingest, String outlet, int articles) {
        this.calls = calls;
        this.ingest = ingest;
        this.outlet = outlet;
        this.articles = articles;
    }

    /** How many stories were taken so far. */
    int published() {
        return published.get();
    }

    /** How often something had to be sent again. */
    long retries() {
        return retries.get();
    }

    List<Story> stories() {
        List<Story> all = new ArrayList<>();
        for (int number = 0; number < articles; number++) {
            all.add(new Story(outlet, number));
        }
        return all;
    }

    /** Publishes all; before each batch it waits until the batch's first number may be published. */
    void run(IntPredicate mayPublish) {
        List<Story> all = stories();
        for (int from = 0; from < all.size(); from += BATCH) {
            while (!mayPublish.test(from)) {
                Calls.pause(50);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            List<Story> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            send(batch, 1);
            published.addAndGet(batch.size());
            recent.addLast(batch);
            follow();
        }
        while (!recent.isEmpty()) {
            recent.addLast(List.of());
            follow();
        }
    }

    /** The second revision follows 2 batches later, the third 4, takedowns 5, and repeats of both 8. */
    private void follow() {
        List<List<Story>> batches = List.copyOf(recent.reversed());
        at(
                batches,
                2,
                batch -> send(batch.stream().filter(s -> s.revisions() > 1).toList(), 2));
        at(
                batches,
                4,
                batch -> send(batch.stream().filter(s -> s.revisions() > 2).toList(), 3));
        at(batches, 5, batch -> batch.stream().filter(Story::isTakenDown).forEach(this::takeDown));
        at(batches, 8, this::repeat);
        if (batches.size() > 8) {
            recent.removeFirst();
        }
        while (!recent.isEmpty() && recent.stream().allMatch(List::isEmpty)) {
            recent.removeFirst();
        }
    }

    private interface Step {
        void take(List<Story> batch);
    }

    private static void at(List<List<Story>> batches, int age, Step step) {
        if (batches.size() > age) {
            step.take(batches.get(age));
        }
    }

    /** What is sent again as it was, and what was taken down, must change nothing. */
    private void repeat(List<Story> batch) {
        batch.stream()
                .filter(story -> story.isTakenDown() || story.number() % 20 == 0)
                .forEach(story -> send(List.of(story), story.revisions()));
    }

    /** One story, now. */
    void send(Story story) {
        send(List.of(story), 1);
    }

    private void send(List<Story> batch, int revision) {
        if (batch.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        batch.forEach(story -> lines.append(story.line(revision)));
        untilTaken(port -> calls.post(port, "/api/articles", "application/x-ndjson", lines.toString()));
    }

    private void takeDown(Story story) {
        untilTaken(port -> calls.delete(port, "/api/articles/" + story.id() + "?reason=chaos"));
    }

    private interface Call {
        Calls.Answer to(int port);
    }

    private void untilTaken(Call call) {
        while (!Thread.currentThread().isInterrupted()) {
            Calls.Answer answer = call.to(nextPort());
            if (answer.ok() && !answer.body().contains("\"rejected\":1")) {
                return;
            }
            if (answer.status() / 100 == 4 || answer.ok()) {
                throw new IllegalStateException("ingest refuses an article: " + answer.status() + " " + answer.body());
            }
            retries.incrementAndGet();
            Calls.pause(REST_MILLIS);
        }
    }

    private synchronized int nextPort() {
        List<Integer> ports = ingest.get();
        turn = (turn + 1) % ports.size();
        return ports.get(turn);
    }
}
