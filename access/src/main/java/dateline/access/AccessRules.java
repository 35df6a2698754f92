package dateline.access;

import dateline.access.key.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What a service allows to whom, where it differs from the general rule: who reads needs to be a reader, who changes an
 * operator. The first rule that fits counts.
 */
public final class AccessRules {
    /**
     * A rule.
     *
     * @param method any, if there is none
     * @param path as in Spring's mappings; {@code /**} at the end takes in all below
     * @param role nobody's in particular, if there is none: the address is public
     */
    record Rule(
            @Nullable HttpMethod method,
            String path,
            @Nullable Role role) {}

    private final List<Rule> rules = new ArrayList<>();

    /** For everyone in the world; what is there must look after itself. */
    public AccessRules everyone(String path) {
        rules.add(new Rule(null, path, null));
        return this;
    }

    /** For operators even to look at. */
    public AccessRules operators(String path) {
        rules.add(new Rule(null, path, Role.OPERATOR));
        return this;
    }

    /** For readers, although the method is one that changes things elsewhere. */
    public AccessRules readers(HttpMethod method, String path) {
        rules.add(new Rule(method, path, Role.READER));
        return this;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }
}
