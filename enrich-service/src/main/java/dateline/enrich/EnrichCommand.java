package dateline.enrich;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.ArticleId;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.EnrichedArticle;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.EnrichProperties;
import dateline.enrich.pipeline.EnrichmentPipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code enrich FILE…}: reads plain-text files in UTF-8 and prints what the configured enrichers found in each, one JSON
 * object a line. Needs no broker. The exit status is 0, 1 if a file could not be read (the others are still done), 2 for
 * a wrong call.
 */
public final class EnrichCommand {
    private final EnrichmentPipeline pipeline;
    private final InstantSource clock = InstantSource.system();
    private final JsonMapper json = JsonMapper.builder().build();

    private EnrichCommand(EnrichmentPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The enrichers and what they need, without what listens, serves or speaks to a broker. Not for the service to scan. */
    @ComponentScan(
            basePackageClasses = EnrichCommand.class,
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = EnrichApplication.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "dateline\\.enrich\\.(listen|replay|edit)\\..*")
            })
    @EnableConfigurationProperties(EnrichProperties.class)
    static class Offline {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }

    static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int status = run(args, out, System.err);
        out.flush();
        System.exit(status);
    }

    /** Does what the class says and returns the exit status. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0 || args[0].startsWith("-")) {
            err.println("usage: dateline enrich FILE...");
            return 2;
        }
        try (var context = new AnnotationConfigApplicationContext(Offline.class)) {
            return new EnrichCommand(context.getBean(EnrichmentPipeline.class)).print(args, out, err);
        }
    }

    private int print(String[] files, PrintStream out, PrintStream err) {
        int status = 0;
        for (String file : files) {
            try {
                String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
                out.println(json.writeValueAsString(shown(file, text, pipeline.enrich(article(file, text)))));
            } catch (IOException e) {
                err.println("dateline enrich: cannot read " + file + ": " + e.getMessage());
                status = 1;
            }
        }
        out.flush();
        return status;
    }

    /** The file as an article whose body is the file's content unchanged. */
    private RawArticle article(String file, String text) {
        CanonicalUrl url = CanonicalUrl.of("http://localhost/");
        Instant now = clock.instant();
        IncomingArticle article = new IncomingArticle(
                ArticleId.of(url),
                url.value(),
                new Outlet("localhost", "localhost", null, null, List.of()),
                "",
                null,
                List.of(),
                new ArticleDate(now, ArticleDate.Precision.SECOND, ArticleDate.Source.FIRST_SEEN),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, file, null, null, null, now, List.of()));
        return new RawArticle(article.id(), 1, now, now, article, List.of());
    }

    private static Map<String, Object> shown(String file, String text, EnrichedArticle found) {
        ArticleLanguage language = found.language();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("text", text);
        line.put("language", language == null ? "und" : language.tag());
        line.put("languageConfidence", language == null ? 0.0 : language.confidence());
        line.put("entities", entities(found));
        line.put("topics", found.topics().stream().map(EnrichCommand::shown).toList());
        line.put("quotes", found.quotes());
        line.put("places", found.geography());
        line.put("dates", found.dates());
        line.put("figures", found.figures());
        if (!found.failures().isEmpty()) {
            line.put("failures", found.failures());
        }
        return line;
    }

    private static List<Map<String, Object>> entities(EnrichedArticle found) {
        Map<String, ArticleEntity> byId = new HashMap<>();
        found.entities().forEach(entity -> byId.put(entity.id(), entity));
        List<Map<String, Object>> entities = new ArrayList<>();
        for (Mention mention : found.mentions()) {
            ArticleEntity entity = byId.get(mention.entityId());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("start", mention.start());
            one.put("end", mention.end());
            one.put("surface", mention.surface());
            one.put("type", mention.type());
            one.put("id", mention.entityId());
            one.put("name", entity == null ? mention.surface() : entity.name());
            one.put("wikidata", entity == null ? null : entity.wikidata());
            one.put("confidence", mention.confidence());
            one.put("by", mention.by());
            entities.add(one);
        }
        return entities;
    }

    private static Map<String, Object> shown(ArticleTopic topic) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", topic.id());
        one.put("name", topic.name());
        one.put("path", topic.path());
        one.put("confidence", topic.confidence());
        one.put("evidence", topic.evidence());
        return one;
    }
}
