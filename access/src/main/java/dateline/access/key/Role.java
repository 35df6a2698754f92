package dateline.access.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Role {
    /** May look at all that does not say how the service is run: articles, feeds, replays, metrics. */
    READER,
    /** May do everything. */
    OPERATOR;

    /** As it is written in files and settings. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and those it includes, as Spring Security calls them. */
    public List<String> authorities() {
        return switch (this) {
            case READER -> List.of("ROLE_READER");
            case OPERATOR -> List.of("ROLE_READER", "ROLE_OPERATOR");
        };
    }

    /** The role of that name, in either case. */
    public static Optional<Role> named(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equalsIgnoreCase(text))
                .findFirst();
    }
}
