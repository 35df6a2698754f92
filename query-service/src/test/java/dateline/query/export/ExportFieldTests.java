package dateline.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.index.ArticleDocument;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFieldTests {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void everyFieldIsOneOfTheIndex() {
        assertThat(Stream.of(ArticleDocument.class.getRecordComponents()).map(RecordComponent::getName))
                .containsAll(
                        Stream.of(ExportField.values()).map(ExportField::label).toList());
    }

    @Test
    void listsAndPartsBecomeCells() {
        Set<ExportField> fields = EnumSet.of(
                ExportField.OUTLET, ExportField.BYLINES, ExportField.PUBLISHED, ExportField.ENTITIES, ExportField.TONE);

        assertThat(ExportField.headings(fields))
                .containsExactly(
                        "outletId",
                        "outletName",
                        "outletCountry",
                        "bylines",
                        "published",
                        "publishedPrecision",
                        "entityIds",
                        "entityNames",
                        "tone");
        assertThat(ExportField.cells(
                        fields,
                        json("{'outlet':{'id':'o','name':'O'},'bylines':['A','B'],"
                                + "'published':{'at':'2026-01-01T00:00:00Z','precision':'DAY'},"
                                + "'entities':[{'id':'p:1','name':'P'},{'id':'p:2','name':'Q'}],'tone':-0.5}")))
                .containsExactly("o", "O", "", "A; B", "2026-01-01T00:00:00Z", "DAY", "p:1; p:2", "P; Q", "-0.5");
    }

    @Test
    void thereAreAsManyCellsAsHeadingsWhateverIsMissing() {
        Set<ExportField> all = EnumSet.allOf(ExportField.class);

        assertThat(ExportField.cells(all, json("{}")))
                .hasSameSizeAs(ExportField.headings(all))
                .containsOnly("");
        assertThat(ExportField.cells(EnumSet.of(ExportField.QUOTES), json("{'quotes':[{'text':'x'}]}")))
                .containsExactly("[{\"text\":\"x\"}]");
    }
}
