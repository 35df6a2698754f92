package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFileTests {
    @TempDir
    private Path folder;

    private List<FeedForm> read(String text) throws IOException {
        return FeedFile.read(Files.writeString(folder.resolve("feeds"), text));
    }

    @Test
    void yamlAndOpmlAreBothRead() throws IOException {
        assertThat(read("feeds:\n  - url: https://example.org/rss\n    outlet: {name: Example, tags: [a, b]}\n"))
                .extracting(FeedForm::url)
                .containsExactly("https://example.org/rss");
        assertThat(read("<opml><outline xmlUrl='https://example.org/rss'/></opml>"))
                .extracting(FeedForm::url)
                .containsExactly("https://example.org/rss");
        assertThat(read("feeds: []")).isEmpty();
    }

    @Test
    void aMistakeIsSaidWithItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("feeds:\n  - url: https://example.org/rss\n  - url: nonsense\n"))
                .withMessageContaining("feed 2: url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("feeds:\n  - url: https://example.org/rss\n    outlet: {country: Mars}\n"))
                .withMessageContaining("feed 1: outlet.country");
        assertThatIllegalArgumentException().isThrownBy(() -> read("feeds: [")).withMessageContaining("not YAML");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("- https://example.org/rss"))
                .withMessageContaining("list named feeds");
    }

    @Test
    void yamlMakesNoObjects() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("feeds: !!java.io.File [/etc/passwd]"));
    }
}
