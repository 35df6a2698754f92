package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_index_template.IndexTemplateItem;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sees to it that the template, the first index and the alias are there. The alias is what everybody uses; an index
 * built anew beside the old one takes its place by moving the alias.
 */
@Component
public final class IndexSetup {
    private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);

    private final ElasticsearchClient client;
    private final String alias;
    private final ObjectNode template;
    private final int version;
    private volatile boolean ready;

    IndexSetup(ElasticsearchClient client, IndexSettings settings) {
        this.client = client;
        this.alias = settings.alias();
        this.template = readTemplate();
        this.version = template.required("version").asInt();
        template.putArray("index_patterns").add(alias + "-*");
    }

    /** Whether the index was there when last looked. */
    public boolean isReady() {
        return ready;
    }

    /**
     * Creates what is missing; cheap when nothing is.
     *
     * @throws StoreUnavailable if Elasticsearch does not answer or refuses
     */
    void ensure() {
        if (ready) {
            return;
        }
        try {
            ensureTemplate();
            if (!client.indices().existsAlias(exists -> exists.name(alias)).value()) {
                createIndex();
            }
            updateMapping();
            ready = true;
        } catch (IOException | ElasticsearchException e) {
            throw new StoreUnavailable("the index can not be set up: " + e.getMessage(), e);
        }
    }

    /** Looks again next time: somebody removed the index. */
    void forget() {
        ready = false;
    }

    private void ensureTemplate() throws IOException {
        long stored = client.indices()
                        .existsIndexTemplate(exists -> exists.name(alias))
                        .value()
                ? client.indices().getIndexTemplate(get -> get.name(alias)).indexTemplates().stream()
                        .map(IndexTemplateItem::indexTemplate)
                        .map(found -> found.version() == null ? 0L : found.version())
                        .findFirst()
                        .orElse(0L)
                : 0L;
        // An older instance that starts during an upgrade must not bring the old template back.
        if (stored < version) {
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
        var indexes = client.indices().getMapping(get -> get.index(alias)).mappings();
        for (var entry : indexes.entrySet()) {
            if (version(entry.getValue()) < version) {
                ObjectNode mappings = (ObjectNode) template.required("template").required("mappings");
                client.indices()
                        .putMapping(put -> put.index(List.of(entry.getKey())).withJson(json(mappings)));
                LOG.info("Mapping of {} is now version {}", entry.getKey(), version);
            }
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
