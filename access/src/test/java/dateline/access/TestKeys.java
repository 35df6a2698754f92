package dateline.access;

import dateline.access.key.ApiKey;
import dateline.access.key.Role;

/** Keys for tests. */
final class TestKeys {
    static final String READER = "dateline_of-the-reader-0123456789";
    static final String OPERATOR = "dateline_of-the-operator-0123456789";
    static final String OWN = "dateline_of-the-service-itself-0123456789";

    private TestKeys() {}

    static String line(String name, Role role, String key) {
        return new ApiKey(name, role, ApiKey.hash(key)).line();
    }

    /** Both, as a setting. */
    static String both() {
        return "dateline.access.keys=" + line("grafana", Role.READER, READER) + ","
                + line("ops", Role.OPERATOR, OPERATOR);
    }
}
