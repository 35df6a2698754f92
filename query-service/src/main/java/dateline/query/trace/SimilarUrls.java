package dateline.query.trace;

import dateline.contract.CanonicalUrl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Other addresses that the same page often has. */
final class SimilarUrls {
    private SimilarUrls() {}

    /** With the other scheme, with and without {@code www.}, without {@code m.} or a query, with and without a last slash. */
    static List<CanonicalUrl> of(CanonicalUrl url) {
        Set<String> all = new LinkedHashSet<>();
        String rest = url.value().substring(url.value().indexOf("//") + 2);
        Set<String> hosts = new LinkedHashSet<>(List.of(rest));
        if (rest.startsWith("www.") || rest.startsWith("m.") || rest.startsWith("amp.")) {
            String bare = rest.substring(rest.indexOf('.') + 1);
            hosts.add(bare);
            hosts.add("www." + bare);
        } else {
            hosts.add("www." + rest);
        }
        for (String host : hosts) {
            int query = host.indexOf('?');
            String path = query < 0 ? host : host.substring(0, query);
            for (String form :
                    List.of(host, path, path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/")) {
                all.add("https://" + form);
                all.add("http://" + form);
            }
        }
        all.remove(url.value());
        return all.stream()
                .filter(form -> form.length() <= CanonicalUrl.MAX_LENGTH)
                .map(CanonicalUrl::of)
                .filter(form -> !form.equals(url))
                .distinct()
                .toList();
    }
}
