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
import dateline.enrich.knowledge.KnowledgeProperties;
import dateline.enrich.pipeline.EnrichProperties;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.enrich.time.StatedDate;
import dateline.enrich.topic.OwnTopicMistake;
import dateline.enrich.topic.OwnTopicProperties;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code enrich [--published DATE] [--topics FILE] FILE…}: reads plain-text files in UTF-8 and prints what the configured enrichers found
 * in each, one JSON object a line. Needs no broker. "On Tuesday" is read against the date given (ISO 8601, a day or an
 * instant), else against the one that the text states at its head, else against today. {@code --topics} names a file of the
 * operator's own topics, in place of {@code dateline.own-topics.file}. The exit status is 0, 1 if a file
 * could not be read (the others are still done), 2 for a wrong call.
 */
public final class EnrichCommand {
    private final EnrichmentPipeline pipeline;
    private final @Nullable ArticleDate published;
    private final InstantSource clock = InstantSource.system();
    private final StatedDate stated = new StatedDate();
    private final JsonMapper json = JsonMapper.builder().build();

    private EnrichCommand(EnrichmentPipeline pipeline, @Nullable ArticleDate published) {
        this.pipeline = pipeline;
        this.published = published;
    }

    /**
     * The enrichers and what they need, without what listens, serves or speaks to a broker. No {@code @Configuration},
     * which the scan of the service itself would find.
     */
    @ComponentScan(
            basePackageClasses = EnrichCommand.class,
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = EnrichApplication.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "dateline\\.enrich\\.(listen|replay|edit)\\..*")
            })
    @EnableConfigurationProperties({EnrichProperties.class, KnowledgeProperties.class, OwnTopicProperties.class})
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
        Map<String, String> options = new HashMap<>();
        int first = 0;
        while (first + 1 < args.length && List.of("--published", "--topics").contains(args[first])) {
            options.put(args[first], args[first + 1]);
            first += 2;
        }
        String[] files = Arrays.copyOfRange(args, first, args.length);
        if (files.length == 0 || files[0].startsWith("-")) {
            err.println("usage: dateline enrich [--published DATE] [--topics FILE] FILE...");
            return 2;
        }
        String day = options.get("--published");
        ArticleDate published;
        try {
            published = day == null ? null : date(day);
        } catch (DateTimeParseException e) {
            err.println("dateline enrich: --published is neither a day (2026-04-21) nor an instant: " + day);
            return 2;
        }
        String topics = options.get("--topics");
        try {
            if (topics != null) {
                new OwnTopicProperties(Path.of(topics)).check();
            }
        } catch (OwnTopicMistake e) {
            err.println("dateline enrich: " + e.getMessage());
            return 2;
        }
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(Offline.class);
            if (topics != null) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("--topics", Map.of("dateline.own-topics.file", topics)));
            }
            context.refresh();
            return new EnrichCommand(context.getBean(EnrichmentPipeline.class), published).print(files, out, err);
        }
    }

    private static ArticleDate date(String text) {
        boolean day = text.length() == "2026-04-21".length();
        return new ArticleDate(
                day
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant(),
                day ? ArticleDate.Precision.DAY : ArticleDate.Precision.SECOND,
                ArticleDate.Source.SUBMITTED);
    }

    private ArticleDate published(String text, Instant now) {
        return published != null
                ? published
                : stated.of(text, now.atZone(ZoneOffset.UTC).toLocalDate())
                        .orElse(new ArticleDate(now, ArticleDate.Precision.SECOND, ArticleDate.Source.FIRST_SEEN));
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
                published(text, now),
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
        line.put("published", found.raw().article().published());
        line.put("language", language == null ? "und" : language.tag());
        line.put("languageConfidence", language == null ? 0.0 : language.confidence());
        line.put("entities", entities(found));
        line.put("topics", found.topics().stream().map(EnrichCommand::shown).toList());
        line.put("quotes", found.quotes());
        line.put("places", found.geography());
        line.put("dates", found.dates());
        line.put("figures", found.figures());
        line.put("reading", found.reading());
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
