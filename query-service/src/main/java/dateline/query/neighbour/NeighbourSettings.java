package dateline.query.neighbour;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services answer; any instance of each, or what stands before them all.
 *
 * @param ingestUrl ingest-service, which knows the feeds
 * @param enrichUrl enrich-service, which knows the knowledge base and the replays
 * @param patience longest wait for an answer that takes no work
 * @param longest longest wait for one that does: a preview fetches pages in their sites' turn, an edit is read back
 */
@ConfigurationProperties("dateline.services")
public record NeighbourSettings(
        @DefaultValue("http://localhost:8081") String ingestUrl,
        @DefaultValue("http://localhost:8082") String enrichUrl,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("150s") Duration longest) {}
