package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Demonym;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Folding;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds persons, organisations and places in an article and says whom each mention refers to. Thread-safe; it keeps
 * nothing of an article. Works in any language for names the knowledge base holds.
 */
public final class EntityTagger {
    private static final String GAP = "\n\n";

    private final Tokenizer tokenizer = new Tokenizer();
    private final NameFinder names;
    private final Linker linker;
    private final Map<String, String> demonyms = new HashMap<>();

    private final StatisticalTagger statistical;

    /** Tags with what the knowledge base knows, and in English with the statistical tagger, too. */
    public EntityTagger(KnowledgeBase knowledge, StatisticalTagger statistical) {
        this.statistical = statistical;
        AliasIndex index = AliasIndexBuilder.build(knowledge);
        names = new NameFinder(index);
        linker = new Linker(index, givenNames(knowledge));
        Map<String, String> countries = new HashMap<>();
        for (Demonym demonym : knowledge.demonyms()) {
            String country = countries.computeIfAbsent(
                    demonym.place(),
                    id -> knowledge.find(id).flatMap(Entity::country).orElse(""));
            demonyms.put(Folding.fold(demonym.text()), country);
        }
    }

    private static Set<String> givenNames(KnowledgeBase knowledge) {
        Set<String> given = new HashSet<>();
        for (Entity entity : knowledge.entities()) {
            if (entity.type() == EntityType.PERSON) {
                for (EntityName name : entity.names()) {
                    int space = name.text().indexOf(' ');
                    if (space > 1 && name.kind() == EntityName.Kind.NAME) {
                        given.add(Folding.fold(name.text().substring(0, space)));
                    }
                }
            }
        }
        return given;
    }

    /**
     * Whom an article names.
     *
     * @param title may be empty
     * @param body offsets of its mentions are UTF-16 units of it
     * @param language BCP 47 tag, {@code und} if unknown
     * @param context what else is known about the article
     */
    public EntityAnnotations annotate(String title, String body, String language, ArticleContext context) {
        String text = title.isEmpty() ? body : title + GAP + body;
        int bodyStart = title.isEmpty() ? 0 : title.length() + GAP.length();
        Tokens tokens = tokenizer.tokenize(text);
        Reading reading = new Reading(tokens, primary(language));
        List<TaggedSpan> tagged = reading.language().equals("en") ? statistical.tag(tokens) : null;
        Evidence evidence = new Evidence(reading, tagged, context);
        noteDemonyms(reading, evidence);
        List<Found> found = new ArrayList<>(linker.link(reading, names.find(reading), evidence));
        if (tagged != null) {
            for (TaggedSpan span : tagged) {
                String name = text.substring(tokens.start(span.from()), tokens.end(span.to() - 1));
                found.add(Found.unknown(
                        span.from(), span.to(), span.type(), name, 0.9 * span.confidence(), Mention.By.MODEL));
            }
        }
        List<Found> resolved = Coreference.resolve(reading, withoutOverlaps(reading, found));
        return Annotations.of(reading, resolved, bodyStart);
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    private void noteDemonyms(Reading reading, Evidence evidence) {
        for (int i = 0; i < reading.tokens.size(); i++) {
            if (reading.tokens.isWord(i)
                    && (reading.isUpper(i)
                            || reading.isCaseless(i)
                            || !reading.language().equals("en"))) {
                String country = demonyms.get(reading.folded(i));
                if (country != null && !country.isEmpty()) {
                    evidence.country(country, 0.3);
                }
            }
        }
    }

    /** The longer span wins, then the one of a known name, then the surer one. */
    private static List<Found> withoutOverlaps(Reading reading, List<Found> found) {
        List<Found> byRank = new ArrayList<>(found);
        byRank.sort(Comparator.comparingInt(Found::length)
                .thenComparing(mention -> mention.entity() != null)
                .thenComparingDouble(Found::confidence)
                .reversed());
        boolean[] taken = new boolean[reading.tokens.size()];
        List<Found> kept = new ArrayList<>();
        for (Found mention : byRank) {
            boolean free = true;
            for (int i = mention.from(); i < mention.to() && free; i++) {
                free = !taken[i];
            }
            if (free) {
                for (int i = mention.from(); i < mention.to(); i++) {
                    taken[i] = true;
                }
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(Found::from));
        return kept;
    }
}
