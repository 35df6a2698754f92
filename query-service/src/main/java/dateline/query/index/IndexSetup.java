package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexTemplate;
import co.elastic.clients.elasticsearch.indices.IndexTemplateSummary;
import co.elastic.clients.elasticsearch.indices.get_index_template.IndexTemplateItem;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sees to it that the template, the first index and the alias are there. The alias is what everybody uses; an index
 * built anew beside the old one takes its place by moving the alias.
 */
@Component
public final class IndexSetup {
    private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);
    private static final String HASH = "hash";

    private final ElasticsearchClient client;
    private final String alias;
    private final ObjectNode template;
    private final int version;
    private final String hash;
    private volatile boolean ready;
    private volatile @Nullable String outdated;
    private volatile @Nullable String failure;

    IndexSetup(ElasticsearchClient client, IndexSettings settings) {
        this.client = client;
        this.alias = settings.alias();
        this.template = readTemplate();
        this.version = template.required("version").asInt();
        template.putArray("index_patterns").add(alias + "-*");
        this.hash = hash(template.required("template"));
        ((ObjectNode) template.required("template").required("mappings").required("_meta")).put(HASH, hash);
    }

    /** Whether the index was there when last looked. */
    public boolean isReady() {
        return ready;
    }

    /** Why the index could not be set up at the last try; nothing if it could, or nobody tried. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What the index behind the alias lacks since it was built by an older mapping; nothing if it lacks nothing. */
    public Optional<String> outdated() {
        return Optional.ofNullable(outdated);
    }

    /** Looks at the index behind the alias anew: another one may be. */
    public void look() {
        ready = false;
    }

    /**
     * Creates what is missing; cheap when nothing is.
     *
     * @throws StoreUnavailable if Elasticsearch does not answer or refuses
     */
    public void ensure() {
        if (ready) {
            return;
        }
        try {
            ensureTemplate();
            if (!client.indices().existsAlias(exists -> exists.name(alias)).value()) {
                createIndex();
            }
            updateMapping();
            failure = null;
            ready = true;
        } catch (IOException | RuntimeException e) {
            String why = "the index can not be set up: " + reason(e);
            failure = why;
            throw new StoreUnavailable(why, e);
        }
    }

    /** Looks again next time: somebody removed the index. */
    void forget() {
        ready = false;
    }

    private static String reason(Exception failure) {
        // What exactly is refused, only the innermost cause says.
        return failure instanceof ElasticsearchException refused
                ? BulkFault.describe(refused.error())
                : String.valueOf(failure.getMessage());
    }

    private void ensureTemplate() throws IOException {
        var found = client.indices()
                        .existsIndexTemplate(exists -> exists.name(alias))
                        .value()
                ? client.indices().getIndexTemplate(get -> get.name(alias)).indexTemplates().stream()
                        .map(IndexTemplateItem::indexTemplate)
                        .findFirst()
                : Optional.<IndexTemplate>empty();
        long stored = found.map(IndexTemplate::version).orElse(0L);
        boolean same = found.map(IndexTemplate::template)
                .map(IndexTemplateSummary::mappings)
                .map(mappings -> mappings.meta().get(HASH))
                .filter(builtBy -> hash.equals(builtBy.to(String.class)))
                .isPresent();
        // An older instance that starts during an upgrade must not bring the old template back.
        if (stored < version || (stored == version && !same)) {
            client.indices().putIndexTemplate(put -> put.name(alias).withJson(json(template)));
        }
    }

    private void createIndex() throws IOException {
        String index = alias + "-000001";
        try {
            client.indices()
                    .create(create -> create.index(index).aliases(alias, properties -> properties.isWriteIndex(true)));
            LOG.info("Created index {} behind alias {}", index, alias);
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
            // Another instance was faster, or the alias was lost.
            client.indices().putAlias(put -> put.index(index).name(alias).isWriteIndex(true));
        }
    }

    /** A newer mapping only adds fields; anything else needs a new index. */
    private void updateMapping() throws IOException {
        String lacking = null;
        var indexes = client.indices().getMapping(get -> get.index(alias)).mappings();
        for (var entry : indexes.entrySet()) {
            Map<String, JsonData> meta = entry.getValue().mappings().meta();
            String builtBy = meta.containsKey(HASH) ? meta.get(HASH).to(String.class) : "";
            if (version(entry.getValue()) < version) {
                ObjectNode mappings =
                        ((ObjectNode) template.required("template").required("mappings")).deepCopy();
                // What it was built by stays on record: the articles in it do not have the new fields.
                ObjectNode kept = mappings.putObject("_meta");
                meta.forEach((name, value) -> kept.put(name, value.to(String.class)));
                kept.put("version", version).put(HASH, builtBy.isEmpty() ? "unknown" : builtBy);
                client.indices()
                        .putMapping(put -> put.index(List.of(entry.getKey())).withJson(json(mappings)));
                LOG.info("Mapping of {} is now version {}", entry.getKey(), version);
                builtBy = builtBy.isEmpty() ? "unknown" : builtBy;
            }
            if (!builtBy.isEmpty() && !builtBy.equals(hash)) {
                lacking = entry.getKey() + " was built by another mapping than this version's; build it anew"
                        + " (./dateline rebuild, or POST /api/rebuilds), then switch";
            }
        }
        if (lacking != null && !lacking.equals(outdated)) {
            LOG.warn("{}", lacking);
        }
        outdated = lacking;
    }

    private static String hash(JsonNode node) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(node.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static int version(IndexMappingRecord mapping) {
        JsonData stored = mapping.mappings().meta().get("version");
        return stored == null ? 0 : stored.to(Integer.class);
    }

    private static StringReader json(ObjectNode node) {
        return new StringReader(node.toString());
    }

    private static ObjectNode readTemplate() {
        try {
            String json =
                    new ClassPathResource("elasticsearch/articles.json").getContentAsString(StandardCharsets.UTF_8);
            return (ObjectNode) JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
