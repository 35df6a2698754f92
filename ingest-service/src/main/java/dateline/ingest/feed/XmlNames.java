package dateline.ingest.feed;

import java.util.Locale;

/** Parts of qualified names. */
final class XmlNames {
    private XmlNames() {}

    /** The name without its prefix, in lower case. */
    static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
