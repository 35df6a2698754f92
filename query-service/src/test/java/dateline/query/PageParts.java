package dateline.query;

import dateline.query.console.Say;
import dateline.query.dashboard.Sections;
import dateline.query.neighbour.NeighbourSettings;
import dateline.query.neighbour.Neighbours;
import dateline.query.neighbour.WithoutKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What every page of the console is made with, for tests of pages alone. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(NeighbourSettings.class)
@Import({Neighbours.class, WithoutKey.class, Say.class})
public class PageParts {
    @Bean
    Sections sections() {
        return new Sections();
    }
}
