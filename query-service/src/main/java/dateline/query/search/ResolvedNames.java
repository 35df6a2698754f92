package dateline.query.search;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which ids the names in a query may stand for.
 *
 * @param ids by attribute and name
 */
public record ResolvedNames(Map<Attribute, Map<String, Set<String>>> ids) {
    /** No name was looked up: each stands for itself. */
    public static final ResolvedNames NONE = new ResolvedNames(Map.of());

    /** The ids; at least what was given, which may be an id itself. */
    public Collection<String> ids(Attribute attribute, String nameOrId) {
        return ids.getOrDefault(attribute, Map.of()).getOrDefault(nameOrId, Set.of(nameOrId));
    }
}
