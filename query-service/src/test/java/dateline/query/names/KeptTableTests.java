package dateline.query.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class KeptTableTests {
    private final List<String> inTheIndex = new ArrayList<>();
    private long articles = 200;
    private boolean indexAnswers = true;
    private long now = 1_000;

    private KeptTable keptBy(Executor side) {
        return new KeptTable(this::read, side, () -> now);
    }

    private KeptTable.Read read() throws IOException {
        if (!indexAnswers) {
            throw new IOException("no answer");
        }
        List<Named> named = inTheIndex.stream()
                .map(name -> new Named(Named.Kind.PERSON, "person:" + name, name, 1))
                .toList();
        return new KeptTable.Read(new NameTable(named, List.of()), articles);
    }

    private boolean knows(KeptTable table, String name) {
        return table.recent().get("person:" + name).isPresent();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void whoAsksFirstWaitsForTheNames() {
        inTheIndex.add("Aliyev");

        assertThat(knows(keptBy(task -> Thread.ofVirtual().start(task)), "Aliyev"))
                .isTrue();
    }

    @Test
    void oldNamesServeWhileNewOnesAreReadOnTheSide() {
        inTheIndex.add("Aliyev");
        List<Runnable> onTheSide = new ArrayList<>();
        KeptTable table = keptBy(task -> {
            if (inTheIndex.size() == 1) {
                task.run();
            } else {
                onTheSide.add(task);
            }
        });
        table.recent();
        inTheIndex.add("Pashinyan");
        pass(Duration.ofSeconds(3));

        assertThat(knows(table, "Pashinyan")).isFalse();
        onTheSide.removeFirst().run();
        assertThat(knows(table, "Pashinyan")).isTrue();
        assertThat(onTheSide).as("they rest again").isEmpty();
    }

    @Test
    void veryOldNamesAreWorthWaitingFor() {
        inTheIndex.add("Aliyev");
        KeptTable table = keptBy(task -> Thread.ofVirtual().start(task));
        table.recent();
        inTheIndex.add("Pashinyan");
        pass(Duration.ofSeconds(7));

        assertThat(knows(table, "Pashinyan")).isTrue();
    }

    @Test
    void noNamesAtAllAreWorthWaitingForToo() {
        KeptTable table = keptBy(task -> Thread.ofVirtual().start(task));
        assertThat(table.recent().isEmpty()).isTrue();
        inTheIndex.add("Aliyev");
        pass(Duration.ofSeconds(2));

        assertThat(knows(table, "Aliyev")).isTrue();
    }

    @Test
    void whoMissesANameInNamesThatHaveRestedWaitsForNewOnes() {
        inTheIndex.add("Aliyev");
        KeptTable table = keptBy(task -> Thread.ofVirtual().start(task));
        table.recent();
        inTheIndex.add("Pashinyan");

        pass(Duration.ofSeconds(1));
        assertThat(table.renewed()).as("they rest").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(table.renewed())
                .hasValueSatisfying(
                        names -> assertThat(names.get("person:Pashinyan")).isPresent());
    }

    @Test
    void namesOfVeryManyArticlesRestLong() {
        articles = 1_000_000;
        inTheIndex.add("Aliyev");
        KeptTable table = keptBy(Runnable::run);
        table.recent();
        inTheIndex.add("Pashinyan");

        pass(Duration.ofSeconds(99));
        assertThat(knows(table, "Pashinyan")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(knows(table, "Pashinyan")).isTrue();
    }

    @Test
    void whatWasReadLastStaysWhileTheIndexDoesNotAnswer() {
        inTheIndex.add("Aliyev");
        KeptTable table = keptBy(Runnable::run);
        table.recent();
        indexAnswers = false;
        pass(Duration.ofMinutes(1));
        assertThat(knows(table, "Aliyev")).isTrue();

        indexAnswers = true;
        inTheIndex.add("Pashinyan");
        pass(Duration.ofSeconds(2));
        assertThat(knows(table, "Pashinyan")).isTrue();
    }
}
