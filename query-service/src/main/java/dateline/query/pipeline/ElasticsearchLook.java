package dateline.query.pipeline;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dateline.query.index.IndexSettings;
import dateline.query.pipeline.ElasticsearchHealth.Disk;
import dateline.query.pipeline.ElasticsearchHealth.Watermark;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at Elasticsearch: its state, its disks, and whether the index takes what is written. */
@Component
class ElasticsearchLook {
    private static final String WATERMARK = "cluster.routing.allocation.disk.watermark.";

    private final ElasticsearchClient client;
    private final Rest5Client http;
    private final String alias;

    ElasticsearchLook(ElasticsearchClient client, Rest5Client http, IndexSettings index) {
        this.client = client;
        this.http = http;
        this.alias = index.alias();
    }

    ElasticsearchHealth look() throws IOException {
        JsonNode health = get("/_cluster/health?timeout=2s");
        JsonNode settings = get("/_cluster/settings?include_defaults=true&flat_settings=true"
                + "&filter_path=*.cluster.routing.allocation.disk*");
        return new ElasticsearchHealth(
                health.path("status").asString("red"),
                health.path("number_of_nodes").asInt(0),
                health.path("unassigned_shards").asInt(0),
                documents(),
                blocked(),
                disks(get("/_nodes/stats/fs?filter_path=nodes.*.name,nodes.*.fs.total"), settings));
    }

    private @Nullable Long documents() throws IOException {
        return client.indices().existsAlias(exists -> exists.name(alias)).value()
                ? (Long) client.count(count -> count.index(alias)).count()
                : null;
    }

    private boolean blocked() throws IOException {
        JsonNode settings = get("/" + alias + "/_settings?flat_settings=true&filter_path=*.settings.index.blocks*");
        for (JsonNode index : settings) {
            for (JsonNode block : index.path("settings")) {
                if (block.asString("").equals("true")) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Disk> disks(JsonNode stats, JsonNode settings) {
        boolean watched = !setting(settings, "cluster.routing.allocation.disk.threshold_enabled", "true")
                .equals("false");
        List<Disk> disks = new ArrayList<>();
        for (JsonNode node : stats.path("nodes")) {
            JsonNode total = node.path("fs").path("total");
            long size = total.path("total_in_bytes").asLong(0);
            long free = total.path("available_in_bytes").asLong(0);
            Watermark reached = Watermark.NONE;
            if (watched && size > 0) {
                reached = free < leastFree(settings, "flood_stage", "95%", 100, size)
                        ? Watermark.FLOOD
                        : free < leastFree(settings, "high", "90%", 150, size)
                                ? Watermark.HIGH
                                : free < leastFree(settings, "low", "85%", 200, size) ? Watermark.LOW : Watermark.NONE;
            }
            disks.add(new Disk(node.path("name").asString("?"), size, free, reached));
        }
        return List.copyOf(disks);
    }

    /**
     * Bytes that must stay free below a watermark, which is given as used percents, a used ratio or free bytes. Of the
     * default percents on a large disk so many gigabytes are enough.
     */
    private static long leastFree(JsonNode settings, String name, String usual, int headroom, long size) {
        String set = setting(settings, WATERMARK + name, usual);
        try {
            if (set.endsWith("%")) {
                double used = Double.parseDouble(set.substring(0, set.length() - 1)) / 100;
                long free = Math.round(size * (1 - used));
                return set.equals(usual) ? Math.min(free, (long) headroom << 30) : free;
            }
            return set.matches("[0-9.]+")
                    ? Math.round(size * (1 - Double.parseDouble(set)))
                    : org.springframework.util.unit.DataSize.parse(set.toUpperCase(java.util.Locale.ROOT))
                            .toBytes();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static String setting(JsonNode settings, String name, String otherwise) {
        for (String kind : List.of("transient", "persistent", "defaults")) {
            String value = settings.path(kind).path(name).asString("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return otherwise;
    }

    private JsonNode get(String path) throws IOException {
        try {
            Response response = http.performRequest(new Request("GET", path));
            try (InputStream body = response.getEntity().getContent()) {
                return JsonMapper.shared().readTree(body);
            }
        } catch (ResponseException e) {
            if (e.getResponse().getStatusCode() == 404) {
                return JsonMapper.shared().createObjectNode();
            }
            throw e;
        }
    }
}
