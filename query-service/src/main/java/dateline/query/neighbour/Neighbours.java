package dateline.query.neighbour;

import dateline.access.OwnKey;
import java.net.http.HttpClient;
import org.springframework.stereotype.Component;

/** The services this one asks. */
@Component
public final class Neighbours {
    private final Neighbour ingest;
    private final Neighbour enrich;

    /** Asks none of them yet. */
    public Neighbours(NeighbourSettings settings, OwnKey key) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(settings.patience()).build();
        this.ingest = new Neighbour(
                http, key, "ingest-service", settings.ingestUrl(), settings.patience(), settings.longest());
        this.enrich = new Neighbour(
                http, key, "enrich-service", settings.enrichUrl(), settings.patience(), settings.longest());
    }

    /** Knows the feeds. */
    public Neighbour ingest() {
        return ingest;
    }

    /** Knows the knowledge base and the replays. */
    public Neighbour enrich() {
        return enrich;
    }
}
