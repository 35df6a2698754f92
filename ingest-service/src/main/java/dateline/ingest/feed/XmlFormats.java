package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** Tells a document's format by its root. */
final class XmlFormats {
    private XmlFormats() {}

    static XmlElement root(XmlElement element) {
        XmlElement root = element;
        while (root.parent() != null) {
            root = root.parent();
        }
        return root;
    }

    static FeedFormat of(XmlElement root) {
        return switch (root.local()) {
            case "urlset" -> FeedFormat.SITEMAP;
            case "feed" -> atom(root);
            case "rdf" -> rdf(root);
            case "channel" -> root.name().equals("CHANNEL") ? FeedFormat.CDF : FeedFormat.RSS;
            default -> rss(root.attribute("version"));
        };
    }

    private static FeedFormat atom(XmlElement root) {
        for (int i = 0; i < root.attributes().size(); i += 2) {
            String value = root.attributes().get(i + 1);
            if (value.contains("purl.org/atom/ns#")) {
                return FeedFormat.ATOM_0_3;
            }
            if (value.contains("www.w3.org/2005/Atom")) {
                return FeedFormat.ATOM_1_0;
            }
        }
        String version = root.attribute("version");
        return version == null || version.startsWith("1") ? FeedFormat.ATOM_1_0 : FeedFormat.ATOM_0_3;
    }

    private static FeedFormat rdf(XmlElement root) {
        for (int i = 0; i < root.attributes().size(); i += 2) {
            if (root.attributes().get(i + 1).contains("my.netscape.com/rdf/simple/0.9")) {
                return FeedFormat.RSS_0_90;
            }
        }
        return FeedFormat.RSS_1_0;
    }

    private static FeedFormat rss(@Nullable String version) {
        if (version == null) {
            return FeedFormat.RSS;
        }
        return switch (version.strip()) {
            case "0.90", "0.9" -> FeedFormat.RSS_0_90;
            case "0.91" -> FeedFormat.RSS_0_91;
            case "0.92" -> FeedFormat.RSS_0_92;
            case "0.93" -> FeedFormat.RSS_0_93;
            case "0.94" -> FeedFormat.RSS_0_94;
            case "1.0" -> FeedFormat.RSS_1_0;
            default -> version.strip().startsWith("2") ? FeedFormat.RSS_2_0 : FeedFormat.RSS;
        };
    }
}
