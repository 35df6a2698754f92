package dateline.query.dashboard;

import dateline.query.names.NameDirectory;
import dateline.query.names.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names for the filters of any page: what articles name, and languages. */
@Component
class KnownNames implements FilterBar.Names {
    private final NameDirectory directory;

    KnownNames(NameDirectory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable String name(String parameter, String value) {
        return switch (parameter) {
            case "entity", "topic", "outlet" ->
                directory.get(value).map(Named::label).orElse(null);
            case "language" -> Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH);
            default -> null;
        };
    }
}
