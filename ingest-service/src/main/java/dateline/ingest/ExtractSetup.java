package dateline.ingest;

import dateline.ingest.extract.ArticleExtractor;
import dateline.ingest.extract.OutletReader;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives feeds and submissions the same reader, so that both learn from what either has seen of an outlet. */
@Configuration(proxyBeanMethods = false)
class ExtractSetup {
    /**
     * How articles are taken from pages.
     *
     * @param budget longest time for one page; then the best answer so far is taken, with a note
     * @param rememberedOutlets outlets whose repeating furniture is remembered, some 100 KB each
     */
    @ConfigurationProperties("dateline.extract")
    record ExtractProperties(
            @DefaultValue("2s") Duration budget,
            @DefaultValue("500") int rememberedOutlets) {
        ExtractProperties {
            if (!budget.isPositive()) {
                throw new IllegalArgumentException("dateline.extract.budget must be longer than nothing");
            }
            if (rememberedOutlets < 1) {
                throw new IllegalArgumentException("dateline.extract.remembered-outlets must be at least 1");
            }
        }
    }

    @Bean
    OutletReader outletReader(ExtractProperties properties) {
        return new OutletReader(new ArticleExtractor(properties.budget()), properties.rememberedOutlets());
    }
}
