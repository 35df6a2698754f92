package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalElasticsearchIT {
    private static final Jvm JVM = new Jvm("512m", true);
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");
    private static final Path HOME = Checkout.aroundWorkingDirectory().elasticsearchHome();

    @TempDir
    static Path folder;

    private static LocalElasticsearch node;

    @BeforeAll
    static void start() {
        node = LocalElasticsearch.start(HOME, new DataFolder(folder), Ports.free(), JVM);
    }

    @AfterAll
    static void stop() {
        node.stop();
    }

    /** Each pair is one word in two forms; the analyzer makes them one. */
    @ParameterizedTest
    @CsvSource({
        "arabic,     الكتاب,          كتاب",
        "armenian,   քաղաքը,          քաղաք",
        "english,    the elections,   election",
        "french,     l'élection,      élections",
        "german,     die Häuser,      Haus",
        "greek,      οι πόλεις,       πόλη",
        "hungarian,  a házak,         ház",
        "italian,    dell'elezione,   elezioni",
        "persian,    کتاب‌ها,          كتاب",
        "portuguese, as eleições,     eleição",
        "romanian,   alegerile,       alegeri",
        "russian,    в правительстве, правительство",
        "spanish,    las elecciones,  elección",
        "turkish,    Ankara'da,       Ankara"
    })
    void aLanguagesAnalyzerFindsAWordInAnotherForm(String analyzer, String text, String word) throws Exception {
        assertThat(tokens("", "{\"analyzer\": \"" + analyzer + "\", \"text\": \"" + text + "\"}"))
                .hasSize(1)
                .containsAll(tokens("", "{\"analyzer\": \"" + analyzer + "\", \"text\": \"" + word + "\"}"));
    }

    @Test
    void aCustomNormalizerFoldsCaseAndAccents() throws Exception {
        ask("PUT", "/names", """
                {"settings": {"analysis": {
                   "char_filter": {"quotes": {"type": "mapping", "mappings": ["\\\\u2019 => '"]}},
                   "normalizer": {"name": {"type": "custom", "char_filter": ["quotes"],
                     "filter": ["lowercase", "asciifolding", "trim"]}}}},
                 "mappings": {"properties": {"name": {"type": "keyword", "normalizer": "name"}}}}""");
        ask("PUT", "/names/_doc/1?refresh=true", "{\"name\": \" Émile Côté’s\"}");
        assertThat(ask("POST", "/names/_search", "{\"query\": {\"term\": {\"name\": \"EMILE COTE'S\"}}}"))
                .contains("\"value\":1");
    }

    @Test
    void aCustomAnalyzerOfEveryPartWorks() throws Exception {
        ask("PUT", "/parts", """
                {"settings": {"analysis": {
                   "char_filter": {"digits": {"type": "pattern_replace", "pattern": "[0-9]+", "replacement": ""}},
                   "filter": {
                     "fold": {"type": "asciifolding", "preserve_original": true},
                     "begin": {"type": "edge_ngram", "min_gram": 2, "max_gram": 3},
                     "pairs": {"type": "ngram", "min_gram": 2, "max_gram": 2},
                     "possessive": {"type": "stemmer", "language": "possessive_english"},
                     "articles": {"type": "elision", "articles": ["d"], "articles_case": true}},
                   "tokenizer": {"begins": {"type": "edge_ngram", "min_gram": 1, "max_gram": 2,
                     "token_chars": ["letter"]}},
                   "analyzer": {
                     "folded": {"tokenizer": "standard", "char_filter": ["html_strip", "digits"],
                       "filter": ["articles", "possessive", "lowercase", "fold"]},
                     "beginning": {"tokenizer": "keyword", "filter": ["trim", "begin"]},
                     "paired": {"tokenizer": "keyword", "filter": ["pairs"]},
                     "begun": {"tokenizer": "begins"}}}}}""");
        assertThat(analyzed("folded", "<b>d'Été</b> 2026 May's")).containsExactlyInAnyOrder("été", "ete", "may");
        assertThat(analyzed("beginning", " Rome")).containsExactly("Ro", "Rom");
        assertThat(analyzed("paired", "Rom")).containsExactly("Ro", "om");
        assertThat(analyzed("begun", "Oslo, Rome")).containsExactly("O", "Os", "R", "Ro");
    }

    @Test
    void aDocumentSurvivesARestart() throws Exception {
        ask("PUT", "/kept/_doc/1", "{\"text\": \"kept\"}");
        var port = URI.create(node.url()).getPort();
        assertThat(node.stop()).isTrue();
        node = LocalElasticsearch.start(HOME, new DataFolder(folder), port, JVM);
        assertThat(ask("GET", "/kept/_doc/1", "")).contains("\"found\":true");
    }

    @Test
    void twoNodesRunSideBySide(@TempDir Path other) throws Exception {
        var second = LocalElasticsearch.start(HOME, new DataFolder(other), Ports.free(), JVM);
        try {
            assertThat(ask("GET", "/_cluster/health", "")).contains("\"number_of_nodes\":1");
        } finally {
            assertThat(second.stop()).isTrue();
        }
    }

    private static List<String> analyzed(String analyzer, String text) throws Exception {
        return tokens("/parts", "{\"analyzer\": \"" + analyzer + "\", \"text\": \"" + text + "\"}");
    }

    private static List<String> tokens(String index, String json) throws Exception {
        return TOKEN.matcher(ask("POST", index + "/_analyze", json))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String ask(String method, String path, String json) throws Exception {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(node.url() + path))
                    .header("content-type", "application/json")
                    .method(method, body)
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        }
    }
}
