package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Demonym;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.NameTagger;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Folding;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Set<String> PARTICLES = Set.of(
            "bin", "ibn", "ben", "al", "el", "as", "van", "von", "de", "da", "бин", "бен", "аль", "эль", "ас", "بن");
    private static final double KEY_CONFIDENCE = 0.75;
    private static final Set<String> HONORIFICS = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "president", "minister", "senator", "gen", "col", "sen");

    private final Tokenizer tokenizer = new Tokenizer();
    private final NameFinder names;
    private final Linker linker;
    private final KeyIndex keys;
    private final StateNames states;
    private final Map<String, String> demonyms = new HashMap<>();

    private final NameTagger statistical;

    /** Tags with what the knowledge base knows, and in the tagger's languages with what it finds, too. */
    public EntityTagger(KnowledgeBase knowledge, NameTagger statistical) {
        this.statistical = statistical;
        AliasIndex index = AliasIndexBuilder.build(knowledge);
        names = new NameFinder(index);
        keys = new KeyIndex(knowledge);
        states = new StateNames(knowledge);
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
            if (entity.type() == EntityType.PERSON && !entity.isLittleKnown()) {
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
        List<TaggedSpan> tagged = statistical.reads(reading.language()) ? statistical.tag(tokens) : null;
        Evidence evidence = new Evidence(reading, tagged, context);
        noteDemonyms(reading, evidence);
        List<Found> found = new ArrayList<>(linker.link(reading, names.find(reading), evidence));
        if (tagged != null) {
            addUnknown(reading, tagged, found);
            found.addAll(LongerNames.around(reading, found, evidence));
            List<Found> named = states.read(reading);
            Set<Integer> letters = new HashSet<>();
            named.forEach(state -> letters.add(state.from()));
            // The tagger's word for the same letters would be as long.
            found.removeIf(mention -> mention.length() == 1 && letters.contains(mention.from()));
            found.addAll(named);
        }
        found = new ArrayList<>(withoutOverlaps(reading, found));
        found.replaceAll(mention -> byKey(reading, mention));
        addPairs(reading, found);
        if (reading.language().equals("en")) {
            found.addAll(Cues.read(reading, found));
            found = weigh(reading, found);
        }
        List<Found> resolved = Coreference.resolve(reading, found);
        return Annotations.of(reading, resolved, bodyStart);
    }

    /** What the tagger found and the knowledge base does not know, without titles and articles. */
    private void addUnknown(Reading reading, List<TaggedSpan> tagged, List<Found> found) {
        Tokens tokens = reading.tokens;
        for (TaggedSpan span : tagged) {
            int from = span.from();
            int to = span.to();
            while (from < to
                    && (isArticle(reading, from) || isTitle(reading, span, from) || !beginsName(tokens, from))) {
                from++;
            }
            for (int i = from; i < to; i++) {
                // What a list's mark parts is no name.
                to = tokens.is(i, '•') || tokens.is(i, '|') ? i : to;
            }
            while (to > from && !endsName(reading, to - 1)) {
                to--;
            }
            boolean demonym = to - from == 1
                    && span.type() != EntityType.ORGANISATION
                    && demonyms.containsKey(reading.folded(from));
            // "Lawyers for the State": whose, only the article says.
            boolean state = to - from == 1 && reading.folded(from).equals("state");
            if (from < to && !demonym && !state) {
                String name = tokens.text().substring(tokens.start(from), tokens.end(to - 1));
                EntityType type =
                        Surroundings.namesOrganisation(reading, from, to) ? EntityType.ORGANISATION : span.type();
                if (Surroundings.isDateline(reading, from, to)) {
                    type = EntityType.PLACE;
                }
                double confidence = Math.max(0.3, 0.9 * span.confidence());
                found.add(Found.unknown(from, to, type, name, confidence, Mention.By.MODEL));
            }
        }
    }

    /** An unknown full name may be a known person's in a spelling that nobody wrote down yet. */
    private Found byKey(Reading reading, Found mention) {
        if (mention.entity() != null || mention.type() != EntityType.PERSON || mention.length() < 2) {
            return mention;
        }
        return keys.find(reading.folded(mention.from()), reading.folded(mention.to() - 1))
                .map(entity -> Found.known(mention.from(), mention.to(), entity, KEY_CONFIDENCE, Mention.By.ALIAS))
                .orElse(mention);
    }

    /** Two words with capitals that nothing known covers may be a known person, whatever the tagger thinks. */
    private void addPairs(Reading reading, List<Found> found) {
        Tokens tokens = reading.tokens;
        boolean[] covered = new boolean[tokens.size()];
        for (Found mention : found) {
            if (mention.entity() != null || mention.length() > 3) {
                Arrays.fill(covered, mention.from(), mention.to(), true);
            }
        }
        List<Found> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            int from = i;
            int last = behindParticles(reading, i + 1);
            boolean pair = !covered[i]
                    && last < tokens.size()
                    && mayBeName(reading, i)
                    && mayBeName(reading, last)
                    && reading.sentence(i) == reading.sentence(last);
            if (pair) {
                keys.find(reading.folded(i), reading.folded(last))
                        .ifPresent(entity ->
                                pairs.add(Found.known(from, last + 1, entity, KEY_CONFIDENCE, Mention.By.ALIAS)));
            }
        }
        if (!pairs.isEmpty()) {
            found.addAll(pairs);
            List<Found> kept = withoutOverlaps(reading, found);
            found.clear();
            found.addAll(kept);
        }
    }

    /** "bin" in Mohammed bin Salman, "el-" in Bashar el-Assad. */
    private static int behindParticles(Reading reading, int token) {
        int at = token;
        while (at < reading.tokens.size()
                && at < token + 3
                && (reading.tokens.is(at, '-') || PARTICLES.contains(reading.folded(at)))) {
            at++;
        }
        return at;
    }

    private static boolean mayBeName(Reading reading, int token) {
        int length = reading.tokens.end(token) - reading.tokens.start(token);
        return reading.tokens.isWord(token)
                && (reading.isUpper(token) || reading.isCaseless(token))
                && length > 2
                && length < 30;
    }

    private static boolean isArticle(Reading reading, int token) {
        return reading.folded(token).equals("the");
    }

    /** "Mr Palmer" names Palmer; so does "Mr". */
    private static boolean isTitle(Reading reading, TaggedSpan span, int token) {
        return span.type() == EntityType.PERSON && HONORIFICS.contains(reading.folded(token));
    }

    private static boolean beginsName(Tokens tokens, int token) {
        return tokens.isWord(token) || tokens.kind(token) == Tokens.Kind.NUMBER || tokens.is(token, '@');
    }

    private static boolean endsName(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        if (tokens.kind(token) == Tokens.Kind.PUNCTUATION) {
            // "Toyota Motor Corp." and "Yahoo!" keep their marks only where the tagger saw the sentence go on.
            return tokens.is(token, ')')
                    || (tokens.is(token, '.') && token + 1 < tokens.size() && !reading.beginsSentence(token + 1));
        }
        return tokens.end(token) - tokens.start(token) > 2
                || Character.isLetterOrDigit(tokens.text().charAt(tokens.start(token)));
    }

    /** Takes back what the words around a name speak against: currencies, teams that bear a country's name. */
    private static List<Found> weigh(Reading reading, List<Found> found) {
        boolean sport = Surroundings.isSport(reading);
        List<Found> kept = new ArrayList<>(found.size());
        for (Found mention : found) {
            if (mention.type() != EntityType.PLACE) {
                kept.add(mention);
            } else if ((sport && Surroundings.readsLikeTeam(reading, mention.from()))
                    || Surroundings.isAgainst(reading, mention.to())) {
                String name = mention.name();
                kept.add(Found.unknown(
                        mention.from(), mention.to(), EntityType.ORGANISATION, name + " team", 0.6, mention.by()));
            } else if (!Surroundings.isCurrency(reading, mention.to())) {
                kept.add(mention);
            }
        }
        return kept;
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
