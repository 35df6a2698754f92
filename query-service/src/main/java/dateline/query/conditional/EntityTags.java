package dateline.query.conditional;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives the answers of searches a tag. The answer is made all the same, only not sent; it is held in memory until it is
 * whole, so what streams (exports, feeds, events) must not be among these addresses. The tags are weak, since the answer
 * may be sent compressed or not.
 */
@Configuration(proxyBeanMethods = false)
class EntityTags {
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagFilter() {
        ShallowEtagHeaderFilter filter = new Bounded();
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/articles", "/api/articles/*", "/api/suggest", "/api/openapi.json");
        return registration;
    }

    /** Leaves out what is below an article's address but is no article: {@code /api/articles/export}, say. */
    private static final class Bounded extends ShallowEtagHeaderFilter {
        @Override
        protected boolean shouldNotFilter(jakarta.servlet.http.HttpServletRequest request) {
            String path = request.getRequestURI();
            return !path.matches("/api/(articles(/[0-9a-f]{32}(/similar)?)?|suggest|openapi\\.json)");
        }
    }
}
