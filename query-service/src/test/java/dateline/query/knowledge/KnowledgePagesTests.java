package dateline.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.PageParts;
import dateline.query.neighbour.StubService;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AutoConfigureMockMvc(addFilters = false)
@WebMvcTest(controllers = KnowledgePages.class, properties = "spring.config.name=query-service")
@Import(PageParts.class)
class KnowledgePagesTests {
    private static final StubService ENRICH = new StubService();
    private static final String EDIT = """
            {"number": 3, "status": "APPLIED", "by": "ada", "why": "they sign so", "at": "2026-04-21T12:00:00Z",
             "change": {"edit": "add-alias", "id": "org:belta", "name": {"text": "БелТА-ТВ", "language": "be"}}}""";
    private static final String BELTA = """
            {"id": "org:belta", "name": "BelTA", "type": "ORGANISATION", "source": "own", "licence": "Apache-2.0",
             "names": [{"text": "BelTA", "language": "en", "kind": "NAME"},
                       {"text": "<svg onload=alert(1)>", "language": "be", "kind": "SHORT"}],
             "edits": [%s]}""".formatted(EDIT);

    @Autowired
    private MockMvcTester mvc;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry registry) {
        registry.add("dateline.services.enrich-url", ENRICH::url);
    }

    @AfterAll
    static void close() {
        ENRICH.close();
    }

    @BeforeEach
    void begin() {
        ENRICH.takeAsked();
        ENRICH.on("GET", "/api/entities/edits", 200, "{\"edits\": [" + EDIT + "]}")
                .on("GET", "/api/entities", 200, "{\"entities\": [" + BELTA + "]}")
                .on("GET", "/api/entities/org:belta", 200, BELTA);
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNameInAnyScriptLeadsToItsEntity() {
        MvcTestResult page =
                mvc.get().uri("/console/knowledge?name={name}", "белта").exchange();

        assertThat(html(page)).contains("href=\"/console/knowledge/org:belta\"", "org:belta is also called “БелТА-ТВ”");
    }

    @Test
    void anEntityShowsItsNamesAndWhoChangedThem() {
        String html = html(mvc.get().uri("/console/knowledge/org:belta").exchange());

        assertThat(html)
                .contains("Its names (2)", "they sign so", "ada")
                .contains("action=\"/console/knowledge/edits/3/undo\"")
                .contains("&lt;svg onload=alert(1)&gt;")
                .doesNotContain("<svg onload");
    }

    @Test
    void anEditIsSentWithWhoAndWhy() {
        ENRICH.on("POST", "/api/entities/edits", 201, "{\"edit\": " + EDIT + "}");

        MvcTestResult answer = mvc.post()
                .uri("/console/knowledge/edits")
                .param("edit", "split")
                .param("id", "org:belta")
                .param("newId", "org:belta-tv")
                .param("name", "BelTA TV")
                .param("texts", "БелТА-ТВ\r\n BelTA TV ")
                .param("why", "a firm of its own")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/console/knowledge/org:belta");
        JsonNode sent =
                JsonMapper.shared().readTree(ENRICH.takeAsked().getFirst().body());
        assertThat(sent.path("texts").values()).extracting(JsonNode::asString).containsExactly("БелТА-ТВ", "BelTA TV");
        assertThat(sent.path("by").asString()).isEqualTo("console at 127.0.0.1");
        assertThat(sent.path("why").asString()).isEqualTo("a firm of its own");
        assertThat(sent.has("into")).isFalse();
    }

    @Test
    void whyAnEditIsRefusedIsSaid() {
        ENRICH.on(
                "POST", "/api/entities/edits", 409, "{\"detail\": \"id there is no entity org:x\", \"field\": \"id\"}");

        MvcTestResult answer = mvc.post()
                .uri("/console/knowledge/edits")
                .param("edit", "merge")
                .param("id", "org:x")
                .param("into", "org:belta")
                .param("why", "the same")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/console/knowledge/org:x");
        assertThat(answer.getMvcResult().getFlashMap().get("problem")).isEqualTo("Id there is no entity org:x.");
    }

    @Test
    void anEditCanBeUndone() {
        ENRICH.on("POST", "/api/entities/edits/3/undo", 201, "{\"edit\": " + EDIT + "}");

        MvcTestResult answer = mvc.post()
                .uri("/console/knowledge/edits/3/undo")
                .param("entity", "org:belta")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/console/knowledge/org:belta");
        assertThat(answer.getMvcResult().getFlashMap().get("done")).isEqualTo("Edit 3 is undone.");
    }
}
