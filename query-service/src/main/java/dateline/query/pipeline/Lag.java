package dateline.query.pipeline;

import java.time.Duration;

/**
 * How far behind a group of consumers is in a topic.
 *
 * @param group the group
 * @param topic what it reads
 * @param behind age of the oldest record that it has not read; zero when it has caught up
 * @param offsets how many offsets it is behind, ends of transactions included
 * @param members how many consumers are in the group
 */
public record Lag(String group, String topic, Duration behind, long offsets, int members) {
    /** Who reads there, for people. */
    public String reader() {
        return switch (group) {
            case "dateline-revise" -> "ingest-service";
            case "dateline-enrich" -> "enrich-service";
            default -> {
                if (!topic.equals("news.enriched")) {
                    yield group;
                }
                yield group.endsWith("-matching") ? "query-service's matcher" : "query-service";
            }
        };
    }
}
