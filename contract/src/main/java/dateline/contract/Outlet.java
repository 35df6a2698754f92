package dateline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who published an article.
 *
 * @param id the registrable domain unless the operator chose another, such as {@code example.org}
 * @param name the name to show
 * @param country ISO 3166 alpha-2, upper case, if known
 * @param language BCP 47 tag of its usual language, if known
 * @param tags free labels the operator gave, such as a side or an owner
 */
public record Outlet(
        String id,
        String name,
        @Nullable String country,
        @Nullable String language,
        List<String> tags) {
    public Outlet {
        tags = Lists.orEmpty(tags);
    }
}
