package dateline.query;

import dateline.query.dashboard.Templates;
import dateline.query.neighbour.NeighbourSettings;
import dateline.query.neighbour.Neighbours;
import dateline.query.neighbour.WithoutKey;
import gg.jte.springframework.boot.autoconfigure.JteAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What every page of the console is made with, for tests of pages alone. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(JteAutoConfiguration.class)
@EnableConfigurationProperties(NeighbourSettings.class)
@Import({Neighbours.class, WithoutKey.class, Templates.class})
public class PageParts {}
