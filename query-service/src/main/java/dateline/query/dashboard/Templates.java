package dateline.query.dashboard;

import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What every template has, also that of an error, which no controller makes. */
@Configuration(proxyBeanMethods = false)
public class Templates {
    @Bean
    JteViewResolver jteViewResolver(TemplateEngine engine, JteProperties properties, ResourceUrlProvider files) {
        WholePage.Resolver resolver = new WholePage.Resolver(engine, properties);
        resolver.setAttributesMap(Map.of("files", new StaticAddresses(files::getForLookupPath)));
        return resolver;
    }
}
