package dateline.enrich.topic;

import dateline.enrich.token.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the outlet itself files an article under: its section, the feed's categories, the address. */
final class TopicSections {
    private static final Pattern PARTS = Pattern.compile("[/>|;&+]");
    private static final Pattern JOINTS = Pattern.compile("[-_\\s]+");
    private static final int LONGEST = 60;
    private static final int MOST_TAGS = 30;

    private final Map<String, List<String>> topics = new HashMap<>();

    static TopicSections load(TopicTree tree) {
        TopicSections sections = new TopicSections();
        TopicResource.rows("sections.tsv", 2).forEach(row -> {
            String topic = tree.term(row.get(0)).id();
            for (String name : row.get(1).split(",")) {
                sections.topics
                        .computeIfAbsent(normal(name), key -> new ArrayList<>())
                        .add(topic);
            }
        });
        return sections;
    }

    /** The evidence for each topic that section, tags or address name; topics by id. */
    Map<String, String> find(TopicText text) {
        Map<String, String> found = new LinkedHashMap<>();
        if (text.section() != null) {
            look(text.section(), "section: ", found);
        }
        text.tags().stream().limit(MOST_TAGS).forEach(tag -> look(tag, "tag: ", found));
        List<String> steps = folders(text.url());
        steps.forEach(step -> look(step, "address: ", found));
        return found;
    }

    private void look(String name, String label, Map<String, String> found) {
        if (name.length() > LONGEST) {
            return;
        }
        List<String> whole = topics.get(normal(name));
        if (whole != null) {
            whole.forEach(topic -> found.putIfAbsent(topic, label + name.strip()));
            return;
        }
        for (String part : PARTS.split(name)) {
            topics.getOrDefault(normal(part), List.of())
                    .forEach(topic -> found.putIfAbsent(topic, label + part.strip()));
        }
    }

    /** The folders of an address; its last part names the article. */
    private static List<String> folders(@Nullable String url) {
        if (url == null) {
            return List.of();
        }
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int query = url.indexOf('?', from);
        List<String> steps = List.of((query < 0 ? url.substring(from) : url.substring(from, query)).split("/"));
        return steps.size() < 3 ? List.of() : steps.subList(1, Math.min(steps.size() - 1, 5));
    }

    private static String normal(String name) {
        return JOINTS.matcher(Folding.fold(name)).replaceAll(" ").strip();
    }
}
