package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the alert rules against the runbook, and has Prometheus' own tool check them where it is installed. */
class MonitoringTests {
    private final Path root = Checkout.aroundWorkingDirectory().root();

    @Test
    void everyAlertHasItsEntryInTheRunbookAndAMomentWhenItFires() throws IOException {
        List<String> alerts = names("- alert: (\\w+)", "monitoring/rules/dateline.yml");

        assertThat(alerts).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(new TreeSet<>(names("(?m)^## (\\w+)$", "docs/runbook.md")))
                .as("entries of docs/runbook.md")
                .isEqualTo(new TreeSet<>(alerts));
        assertThat(names(
                        "- alertname: (\\w+)\\s+eval_time: \\w+\\s+exp_alerts:\\s+- exp_labels",
                        "monitoring/tests/dateline.yml"))
                .as("alerts that fire in monitoring/tests")
                .containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void everyEntrySaysSymptomMeaningAndWhatToDo() throws IOException {
        String runbook = Files.readString(root.resolve("docs/runbook.md"));

        for (String entry : runbook.split("(?m)^## ", -1)) {
            if (!entry.startsWith("# ")) {
                assertThat(entry).contains("**Symptom.**", "**Meaning.**", "**Do.**");
            }
        }
    }

    @Test
    void prometheusTakesTheRulesAndEachAlertFiresInItsTest() throws Exception {
        assumeTrue(hasPromtool(), "promtool is not installed (Debian: apt-get install prometheus)");

        promtool("check", "rules", "monitoring/rules/dateline.yml");
        promtool("check", "config", "--syntax-only", "monitoring/prometheus.yml");
        promtool("check", "config", "--syntax-only", "monitoring/prometheus.cluster.yml");
        promtool("test", "rules", "monitoring/tests/dateline.yml");
    }

    private List<String> names(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(root.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean hasPromtool() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("promtool"), Arrays.stream(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
