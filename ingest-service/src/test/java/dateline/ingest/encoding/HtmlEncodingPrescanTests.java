package dateline.ingest.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.ingest.feed.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class HtmlEncodingPrescanTests {
    @Test
    void theCasesOfHtml5libHold() throws IOException {
        Optional<Path> folder = SharedData.eval("html5lib-encoding");
        assumeTrue(folder.isPresent(), "skipped: shared/eval/html5lib-encoding is not there");
        SoftAssertions softly = new SoftAssertions();
        int count = 0;
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dat")).toList()) {
                for (String each : new String(Files.readAllBytes(file), ISO_8859_1).split("(?m)^#data\n")) {
                    int divider = each.lastIndexOf("\n#encoding\n");
                    if (divider < 0) {
                        continue;
                    }
                    byte[] data = each.substring(0, divider).getBytes(ISO_8859_1);
                    String expected = each.substring(divider + 11)
                            .strip()
                            .lines()
                            .findFirst()
                            .orElse("");
                    softly.assertThat(
                                    HtmlEncodingPrescan.find(data, data.length).orElse("windows-1252"))
                            .as("%s: %s", file.getFileName(), new String(data, ISO_8859_1))
                            .isEqualToIgnoringCase(expected);
                    count++;
                }
            }
        }
        System.out.println("html5lib encoding cases: " + count);
        softly.assertThat(count).isGreaterThan(50);
        softly.assertAll();
    }

    @Test
    void aCharsetInAMetaElementIsFound() {
        for (String page : List.of(
                "<meta charset=koi8-r>",
                "<html><head><META http-equiv='Content-Type' content='text/html; charset=koi8-r'>",
                "<!-- <meta charset=utf-8> --><meta charset=\"KOI8-R\" />")) {
            assertThat(HtmlEncodingPrescan.find(page.getBytes(ISO_8859_1), 1_024))
                    .as(page)
                    .contains("koi8-r");
        }
    }
}
