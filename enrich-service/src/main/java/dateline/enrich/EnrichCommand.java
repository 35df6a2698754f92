package dateline.enrich;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Mention;
import dateline.enrich.entity.ArticleContext;
import dateline.enrich.entity.EntityAnnotations;
import dateline.enrich.entity.EntityTagger;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.language.LanguageIdentifier;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.topic.ArticleTopics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code enrich FILE…}: reads plain-text files in UTF-8 and prints what was found in each, one JSON object a line. Needs
 * no broker. The exit status is 0, 1 if a file could not be read (the others are still done), 2 for a wrong call.
 */
public final class EnrichCommand {
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final EntityTagger tagger = new EntityTagger(KnowledgeBase.load(), StatisticalTagger.load());
    private final ArticleTopics topics = new ArticleTopics();
    private final JsonMapper json = JsonMapper.builder().build();

    private EnrichCommand() {}

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
        EnrichCommand command = new EnrichCommand();
        int status = 0;
        for (String file : args) {
            try {
                String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
                out.println(command.json.writeValueAsString(command.enrich(file, text)));
            } catch (IOException e) {
                err.println("dateline enrich: cannot read " + file + ": " + e.getMessage());
                status = 1;
            }
        }
        out.flush();
        return status;
    }

    private Map<String, Object> enrich(String file, String text) {
        ArticleLanguage identified = languages.identify(text, null);
        String language = identified.tag();
        EntityAnnotations found = tagger.annotate("", text, language, ArticleContext.NONE);
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
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("text", text);
        line.put("language", language);
        line.put("languageConfidence", identified.confidence());
        line.put("entities", entities);
        line.put(
                "topics",
                topics.of(text, language).stream().map(EnrichCommand::shown).toList());
        return line;
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
