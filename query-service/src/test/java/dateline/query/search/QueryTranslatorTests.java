package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryTranslatorTests {
    private static JsonNode translated(ResolvedNames names, String... pairs) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        String json = QueryTranslator.query(ArticleQueryReader.read(parameters), names)
                .toString();
        return JsonMapper.shared().readTree(json.substring(json.indexOf('{'))).get("bool");
    }

    private static JsonNode translated(String... pairs) {
        return translated(ResolvedNames.NONE, pairs);
    }

    @Test
    void ofWhatThereMayBeSeveralEachNarrows() {
        JsonNode bool = translated("entity", "person:a", "entity", "person:b", "outlet", "x", "outlet", "y");

        assertThat(bool.get("filter").toString())
                .isEqualTo("[{\"terms\":{\"entities.id\":[\"person:a\"]}},{\"terms\":{\"entities.id\":[\"person:b\"]}},"
                        + "{\"terms\":{\"outlet.id\":[\"x\",\"y\"]}}]");
    }

    @Test
    void whatIsLeftOutMustNotOccur() {
        JsonNode bool = translated("outlet", "-x", "revised", "false", "independent", "true");

        assertThat(bool.get("must_not").toString())
                .isEqualTo("[{\"terms\":{\"outlet.id\":[\"x\"]}},{\"range\":{\"revision\":{\"gte\":2.0}}}]");
        assertThat(bool.get("filter").toString()).isEqualTo("[{\"term\":{\"independent\":{\"value\":true}}}]");
    }

    @Test
    void aNameStandsForTheIdsItMayBe() {
        ResolvedNames names = new ResolvedNames(Map.of(Attribute.SPEAKER, Map.of("bongo", Set.of("person:ali-bongo"))));

        assertThat(translated(names, "speaker", "bongo", "q", "speaker:bongo").toString())
                .contains("\"filter\":[{\"terms\":{\"speakers\":[\"person:ali-bongo\"]}}]")
                .contains(
                        "\"constant_score\":{\"boost\":0.0,\"filter\":{\"terms\":{\"speakers\":[\"person:ali-bongo\"]}}}");
    }

    @Test
    void wordsAreLookedForInThePartTheyBelongTo() {
        assertThat(translated("q", "title:bridge").toString())
                .contains("\"fields\":[\"title^3\",\"stemmed.*.title^3\"]")
                .doesNotContain("body");
        assertThat(translated("q", "body:\"a b\"~3").toString())
                .contains("\"fields\":[\"body\",\"stemmed.*.body\"]")
                .contains("\"slop\":3");
    }

    @Test
    void theBeginningOfAWordIsNotStemmed() {
        assertThat(translated("q", "minist*").toString())
                .contains("\"fields\":[\"title^3\",\"subtitle^2\",\"body\"]")
                .contains("\"type\":\"bool_prefix\"");
    }
}
