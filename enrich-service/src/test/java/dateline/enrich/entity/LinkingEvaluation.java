package dateline.enrich.entity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.contract.ArticleEntity;
import dateline.contract.Mention;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wikidata ids on the development half of news-fair v2. A link is right if a gold mention with that id overlaps it.
 * Recall counts named mentions of persons, organisations and places; coverage is the share of those whose id the
 * knowledge base holds at all.
 */
class LinkingEvaluation {
    private static final Set<String> TYPES = Set.of("Q215627", "Q43229", "Q27096213");

    @Test
    void printsTable() throws IOException {
        Optional<Path> data = SharedData.find("linking/news-fair-v2-dev.jsonl");
        assumeTrue(data.isPresent(), "no shared/eval/linking beside the repository");
        run(data.get());
    }

    /** Returns precision, from 0 to 1. */
    static double run(Path file) throws IOException {
        KnowledgeBase knowledge = KnowledgeBase.load();
        Set<String> known = new HashSet<>();
        knowledge.entities().forEach(entity -> entity.wikidata().ifPresent(qid -> known.add(qid.id())));
        EntityTagger tagger = new EntityTagger(knowledge, StatisticalTagger.load());
        JsonMapper json = JsonMapper.builder().build();
        int right = 0;
        int linked = 0;
        int gold = 0;
        int reached = 0;
        int covered = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode article = json.readTree(line);
            String text = article.get("text").asString();
            int from = article.get("evaluation_span").get(0).asInt();
            int to = article.get("evaluation_span").get(1).asInt();
            EntityAnnotations found = tagger.annotate("", text, "en", ArticleContext.NONE);
            Map<String, String> ids = new HashMap<>();
            for (ArticleEntity entity : found.entities()) {
                if (entity.wikidata() != null) {
                    ids.put(entity.id(), entity.wikidata());
                }
            }
            for (Mention mention : found.mentions()) {
                String id = ids.get(mention.entityId());
                if (id != null && mention.start() >= from && mention.end() <= to) {
                    linked++;
                    boolean agrees = agrees(article, mention, id);
                    right += agrees ? 1 : 0;
                    if (!agrees) {
                        System.out.println("WRONG " + mention.surface() + " -> " + mention.entityId() + " " + id + " "
                                + mention.confidence() + "   "
                                + text.substring(
                                                Math.max(0, mention.start() - 40),
                                                Math.min(text.length(), mention.end() + 30))
                                        .replace('\n', ' '));
                    }
                }
            }
            for (JsonNode label : article.get("labels")) {
                String id = label.get("entity_id").asString();
                if (isNamed(label)) {
                    gold++;
                    covered += known.contains(id) ? 1 : 0;
                    boolean hit = found.mentions().stream()
                            .anyMatch(mention -> id.equals(ids.get(mention.entityId())) && overlaps(label, mention));
                    reached += hit ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| precision | %.3f (%d of %d links) |%n| recall | %.3f (%d of %d named mentions) |%n| coverage | %.3f |%n",
                (double) right / Math.max(1, linked),
                right,
                linked,
                (double) reached / gold,
                reached,
                gold,
                (double) covered / gold);
        return (double) right / Math.max(1, linked);
    }

    private static boolean isNamed(JsonNode label) {
        if (label.path("coref").asBoolean(false)
                || !label.get("entity_id").asString().matches("Q\\d+")) {
            return false;
        }
        for (String type : label.get("type").asString().split("\\|")) {
            if (TYPES.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean agrees(JsonNode article, Mention mention, String id) {
        for (JsonNode label : article.get("labels")) {
            if (label.get("entity_id").asString().equals(id) && overlaps(label, mention)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(JsonNode label, Mention mention) {
        return label.get("span").get(0).asInt() < mention.end()
                && mention.start() < label.get("span").get(1).asInt();
    }

    static void main(String[] args) throws IOException {
        run(Path.of(args[0]));
    }
}
