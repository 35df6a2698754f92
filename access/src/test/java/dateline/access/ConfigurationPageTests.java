package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.testing.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationPageTests {
    @Test
    void everySettingIsOnThePageAndNothingElse() {
        ConfigurationPage page = ConfigurationPage.of("access", AccessConfiguration.class);
        assertThat(page.written())
                .as(
                        "docs/configuration.md; mvn test -Dtest=ConfigurationPageTests -Ddateline.write-docs=true writes it")
                .isEqualTo(page.expected());
    }
}
