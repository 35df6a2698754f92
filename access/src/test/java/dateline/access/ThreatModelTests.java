package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page against the tests it names. */
class ThreatModelTests {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Tests|IT))\\.(\\w+)`");

    private final Path root = Path.of("").toAbsolutePath().getParent();

    private List<String> lines() throws IOException {
        return Files.readAllLines(root.resolve("docs/threat-model.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| threat "))
                .toList();
    }

    @Test
    void everyLineNamesATest() throws IOException {
        assertThat(lines())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        line -> assertThat(NAMED.matcher(line).find()).as(line).isTrue());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String line : lines()) {
            Matcher named = NAMED.matcher(line);
            while (named.find()) {
                if (!exists(named.group(1), named.group(2))) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private boolean exists(String test, String method) throws IOException {
        for (Path file : tests().getOrDefault(test + ".java", List.of())) {
            if (Files.readString(file).contains(" void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    /** The sources of all tests of all modules, by file name. */
    private Map<String, List<Path>> tests() throws IOException {
        try (Stream<Path> folders = Stream.concat(Files.list(root), Files.list(root.resolve("local")))) {
            Map<String, List<Path>> tests = new HashMap<>();
            for (Path folder : folders.map(each -> each.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> tests.computeIfAbsent(
                                            file.getFileName().toString(), _ -> new ArrayList<>())
                                    .add(file));
                }
            }
            return tests;
        }
    }
}
