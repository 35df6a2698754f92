package dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An operator's own files: what they may add, and what is said of their mistakes. */
class KnowledgeFilesTests {
    @TempDir
    Path directory;

    @Test
    void anOperatorAddsAnEntity() throws IOException {
        Entity added = loaded("""
                {"id":"person:ada-example","kind":"politician","name":"Ada Example","names":{"be":"Ада Прыклад"},\
                "short":{"en":["Example"]},"country":"BY","roles":[{"title":"mayor","of":"place:minsk"}],"source":"own"}
                """).find("person:ada-example").orElseThrow();

        assertThat(added.names())
                .containsExactly(
                        new EntityName("Ada Example", "en", EntityName.Kind.NAME),
                        new EntityName("Ада Прыклад", "be", EntityName.Kind.NAME),
                        new EntityName("Example", "en", EntityName.Kind.SHORT));
        assertThat(added.roles()).singleElement().matches(Role::isCurrent);
        assertThat(added.source().licence()).isEqualTo("Apache-2.0");
    }

    @Test
    void aLineOfAHigherLayerAddsToALowerOne() throws IOException {
        Entity belarus = loaded("""
                {"id":"place:belarus","names":{"la":"Ruthenia Alba"},"prior":0.5}
                """).find("place:belarus").orElseThrow();

        assertThat(belarus.names()).extracting(EntityName::text).contains("Беларусь", "Ruthenia Alba");
        assertThat(belarus.prior()).isEqualTo(0.5);
        assertThat(belarus.wikidata()).contains(new WikidataId("Q184", "country-coder"));
    }

    @Test
    void aWrongNameOfALowerLayerIsDropped() throws IOException {
        assertThat(loaded("""
                {"id":"place:belarus","drop":["Belorussia"]}
                """).find("place:belarus").orElseThrow().names())
                .extracting(EntityName::text)
                .doesNotContain("Belorussia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'person:x','kind':'wizard','name':'X','source':'own'} | unknown kind: wizard",
                "{'id':'person:x','kind':'company','name':'X','source':'own'} | needs an id that begins with org:",
                "{'id':'Person X','kind':'politician','name':'X','source':'own'} | id must be",
                "{'kind':'politician','name':'X','source':'own'} | has no id",
                "{'id':'person:x','kind':'politician','source':'own'} | has no name",
                "{'id':'person:x','name':'X','source':'own'} | has no kind",
                "{'id':'person:x','kind':'politician','name':'X'} | has no source",
                "{'id':'person:x','kind':'politician','name':'X','source':'hearsay'} | unknown source: hearsay",
                "{'id':'person:x','kind':'politician','name':'X','source':'own','nmaes':{}} | nmaes",
                "{'id':'person:x','kind':'politician','name':' X','source':'own'} | blanks around it",
                "{'id':'person:x','kind':'politician','name':'X','source':'own','prior':2} | prior must be from 0 to 1",
                "{'id':'place:x','kind':'city','name':'X','source':'own','lat':91,'lon':0} | no such location",
                "{'id':'place:x','kind':'city','name':'X','source':'own','lat':9} | lat and lon go together",
                "{'id':'place:x','kind':'city','name':'X','source':'own','country':'Belarus'} | two capital letters",
                "{'id':'org:x','kind':'ngo','name':'X','source':'own','wikidata':{'id':'184','source':'cldr'}} | no Wikidata id",
                "{'id':'org:x','kind':'ngo','name':'X','source':'own','wikidata':{'id':'Q1'}} | has no source of wikidata",
                "{'id':'person:x','kind':'politician','name':'X','source':'own','roles':[{'title':'a','of':'org:no'}]} | refers to org:no",
                "{'id':'person:x','kind':'politician','name':'X','source':'own','differentFrom':['person:no']} | refers to person:no",
                "{'id':'place:belarus','drop':['Absurdistan']} | drops a name that no lower layer gives",
                "{'id':'person:x' | Unexpected"
            })
    void aMistakeIsNamedWithFileAndLine(String line, String message) throws IOException {
        Files.writeString(directory.resolve("mine.jsonl"), "\n" + line.replace('\'', '"') + "\n");

        assertThatThrownBy(() -> KnowledgeBase.load(directory))
                .isInstanceOf(InvalidKnowledgeException.class)
                .hasMessageContaining("mine.jsonl:2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "place:no-such-place;Q1;own | there is no place:no-such-place",
                "place:belarus;184;own | no Wikidata id: 184",
                "place:belarus;Q184;hearsay | unknown source: hearsay",
                "place:belarus;Q184 | needs 3 columns",
                "place:belarus;Q1;own,place:armenia;Q1;own | Q1 stands at place:belarus already"
            })
    void aMistakeInTheWikidataTableIsRefused(String rows, String message) throws IOException {
        Files.writeString(
                directory.resolve("wikidata.tsv"), rows.replace(';', '\t').replace(',', '\n'));

        assertThatThrownBy(() -> KnowledgeBase.load(directory))
                .isInstanceOf(InvalidKnowledgeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theWikidataTableAddsToRecordsOfOtherFiles() {
        assertThat(KnowledgeBase.load().find("org:fatah").orElseThrow().wikidata())
                .contains(new WikidataId("Q178888", "partyfacts"));
    }

    @Test
    void anIdStandsOnceInALayer() throws IOException {
        String line = "{\"id\":\"place:belarus\",\"prior\":0.5}\n";
        Files.writeString(directory.resolve("a.jsonl"), line);
        Files.writeString(directory.resolve("b.jsonl"), line);

        assertThatThrownBy(() -> KnowledgeBase.load(directory))
                .hasMessageContaining("b.jsonl:1")
                .hasMessageContaining("stands in")
                .hasMessageContaining("a.jsonl:1");
    }

    /** Sorted files make for diffs that can be read. */
    @Test
    void curatedFilesAreSortedById() throws IOException {
        Path curated = Path.of("src/main/resources/knowledge/curated");
        JsonMapper json = JsonMapper.builder().build();
        try (var files = Files.newDirectoryStream(curated, "*.jsonl")) {
            for (Path file : files) {
                List<String> ids = Files.readAllLines(file).stream()
                        .map(line -> json.readTree(line).path("id").asString())
                        .toList();
                assertThat(ids).as("%s", file).isSorted();
            }
        }
    }

    private KnowledgeBase loaded(String lines) throws IOException {
        Files.writeString(directory.resolve("mine.jsonl"), lines);
        return KnowledgeBase.load(directory);
    }
}
