package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTests {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private DataFolder data;

    @BeforeEach
    void setUp() {
        data = new DataFolder(folder);
    }

    @AfterEach
    void tearDown() {
        LocalProcess.running("test", data).ifPresent(LocalProcess::kill);
    }

    @Test
    void aLaterLauncherFindsTheProcessAgain() {
        var started = sh("exec sleep 60");
        var found = LocalProcess.running("test", data).orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.stop(LONG)).isTrue();
        assertThat(started.isAlive()).isFalse();
        assertThat(LocalProcess.running("test", data)).isEmpty();
    }

    @Test
    void anotherProcessThatGotTheSameIdIsNotOurs() throws Exception {
        var started = sh("exec sleep 60");
        var file = folder.resolve("run/test.pid");
        var anHourEarlier = Long.parseLong(Files.readString(file).strip().split(" ")[1]) - 3_600_000;
        Files.writeString(file, started.pid() + " " + anHourEarlier);
        assertThat(LocalProcess.running("test", data)).isEmpty();
        started.kill();
    }

    @Test
    void aBrokenPidFileIsNobody() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/test.pid"), "nonsense");
        assertThat(LocalProcess.running("test", data)).isEmpty();
    }

    @Test
    void whatDoesNotEndWhenAskedIsKilled() {
        var stubborn = sh("trap '' TERM; echo ready; while :; do sleep 1; done");
        stubborn.awaitReady(() -> stubborn.logSinceStart().contains("ready"), LONG);
        assertThat(stubborn.stop(Duration.ofMillis(200))).isFalse();
        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void whatEndsWhileItStartsSaysWhyInOneLine() {
        var broken = sh("echo fine; echo 'ERROR no such thing'; echo more; exit 1");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> broken.awaitReady(() -> false, LONG))
                .withMessageStartingWith("test ended while it started (ERROR no such thing)")
                .withMessageEndingWith("test.log")
                .withMessageNotContaining("\n");
    }

    @Test
    void ofAStackTraceTheReasonIsTheInnermostCauseAndWhereItWas() {
        var broken = sh("echo 'ERROR run failed'; echo 'a.BadFile: feeds.yml, feed 1: url is odd';"
                + " echo '  at a.Exception.b'; echo 'Caused by: a.InvalidField: url is odd';"
                + " echo '  at c.d(E.java:1) with an Exception'; exit 1");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> broken.awaitReady(() -> false, LONG))
                .withMessageStartingWith("test ended while it started (feeds.yml, feed 1: url is odd)");
    }

    @Test
    void whatSpringBootSaysInWordsIsTheReason() {
        var broken = sh("echo 'ERROR x : '; echo; echo 'APPLICATION FAILED TO START'; echo; echo 'Description:'; echo;"
                + " echo 'Binding failed:'; echo; echo '    Property: dateline.x'; echo '    Reason: too small';"
                + " echo; echo 'Action:'; echo; echo 'Do something'; exit 1");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> broken.awaitReady(() -> false, LONG))
                .withMessageStartingWith(
                        "test ended while it started (Binding failed: Property: dateline.x Reason: too small)");
    }

    @Test
    void anEarlierRunsLogIsNotTakenForThisOnes() {
        var first = sh("echo ready");
        await().atMost(LONG).until(() -> !first.isAlive());
        assertThat(first.logSinceStart()).isEqualTo("ready\n");
        var second = sh("exec sleep 60");
        assertThat(second.logSinceStart()).isEmpty();
    }

    @Test
    void aPausedProcessGoesOnWhereItWas() {
        var counting = sh("i=0; while :; do i=$((i+1)); echo $i; sleep 0.05; done");
        counting.awaitReady(() -> counting.logSinceStart().contains("3"), LONG);
        counting.pause();
        await().atMost(LONG).during(Duration.ofMillis(300)).until(counting::logSinceStart, new SameAsBefore()::test);
        var paused = counting.logSinceStart();
        counting.resume();
        await().atMost(LONG).until(() -> counting.logSinceStart().length() > paused.length());
        assertThat(counting.logSinceStart()).startsWith(paused);
    }

    /** True when what it is given is what it was given last. */
    private static final class SameAsBefore {
        private String before = "";

        boolean test(String now) {
            var same = now.equals(before);
            before = now;
            return same;
        }
    }

    private LocalProcess sh(String script) {
        return LocalProcess.start("test", List.of("sh", "-c", script), data);
    }
}
