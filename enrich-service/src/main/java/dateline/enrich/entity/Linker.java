package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.entity.AliasIndex.Role;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom a known name refers to, or that it refers to nobody known: a score from the kind of name, how prominent
 * the entity is, whether the article is about its country and names it in full, and what the tagger sees. A wrong entity
 * is worse than none, so what stays below the threshold is not linked.
 */
final class Linker {
    /** Below this nothing is linked. */
    private static final double THRESHOLD = 0.5;

    /** Full names at or above this score support other names in the article. */
    private static final double ANCHOR = 0.6;

    /** Needs the tagger's word and the article's country to be linked. */
    private static final double LITTLE_KNOWN = 0.28;

    private final AliasIndex index;
    private final Set<String> givenNames;

    Linker(AliasIndex index, Set<String> givenNames) {
        this.index = index;
        this.givenNames = givenNames;
    }

    /** A span's best reading. */
    private record Choice(Candidate candidate, double score) {}

    /** Links what can be linked; the spans may overlap. */
    List<Found> link(Reading reading, List<NameSpan> spans, Evidence evidence) {
        anchor(reading, spans, evidence);
        List<Found> found = new ArrayList<>();
        for (NameSpan span : spans) {
            Choice choice = choose(reading, span, evidence, true);
            if (choice != null && choice.score() >= THRESHOLD) {
                Candidate candidate = choice.candidate();
                boolean short_ = candidate.role() == Role.SHORT;
                found.add(Found.known(
                        withoutArticle(reading, span),
                        span.to,
                        candidate.record(),
                        Math.min(0.99, choice.score()),
                        short_ ? Mention.By.COREFERENCE : Mention.By.ALIAS));
            }
        }
        return found;
    }

    /** "the Caucasus" is stored with its article and labelled without. */
    private static int withoutArticle(Reading reading, NameSpan span) {
        boolean article =
                span.to - span.from > 1 && reading.tokens.surface(span.from).equals("the");
        return article ? span.from + 1 : span.from;
    }

    /** Two rounds: sure names tell the countries, then names that depend on the country become sure. */
    private void anchor(Reading reading, List<NameSpan> spans, Evidence evidence) {
        List<Entity> sure = new ArrayList<>();
        for (NameSpan span : spans) {
            Choice choice = choose(reading, span, evidence, false);
            if (choice != null && choice.score() >= ANCHOR) {
                sure.add(choice.candidate().record());
            }
        }
        for (Entity entity : sure) {
            String country = entity.countryCode();
            if (country != null) {
                evidence.country(country, entity.type() == EntityType.PLACE ? 0.5 : 0.4);
            }
        }
        for (NameSpan span : spans) {
            Choice choice = choose(reading, span, evidence, false);
            if (choice != null && choice.score() >= ANCHOR) {
                evidence.anchor(choice.candidate().entity(), span.from);
            }
        }
    }

    private @Nullable Choice choose(Reading reading, NameSpan span, Evidence evidence, boolean withShort) {
        Choice best = null;
        double second = 0;
        for (Candidate candidate : span.candidates) {
            if (candidate.role() == Role.SHORT && !withShort) {
                continue;
            }
            double score = score(reading, span, candidate, evidence);
            if (best == null || score > best.score()) {
                if (best != null && best.candidate().entity() != candidate.entity()) {
                    second = Math.max(second, best.score());
                }
                best = new Choice(candidate, score);
            } else if (candidate.entity() != best.candidate().entity()) {
                second = Math.max(second, score);
            }
        }
        if (best == null) {
            return null;
        }
        boolean ambiguous = second > 0 && best.score() - second < 0.06;
        return ambiguous ? new Choice(best.candidate(), best.score() - 0.12) : best;
    }

    private double score(Reading reading, NameSpan span, Candidate candidate, Evidence evidence) {
        Entity entity = candidate.record();
        int words = span.words(reading);
        double country = evidence.country(entity.countryCode());
        double score = switch (candidate.role()) {
            case FULL -> full(entity, words);
            case ACRONYM ->
                entity.isLittleKnown()
                        ? LITTLE_KNOWN
                        : 0.35 + 0.6 * entity.prior() + (span.to - span.from == 1 ? 0 : 0.1);
            case SHORT -> shortName(reading, span, candidate, evidence, country);
        };
        score = Math.min(0.97, score + 0.2 * country);
        if (candidate.inflected()) {
            score -= words == 1 ? 0.08 : 0.03;
        }
        if (!candidate.exact() && !candidate.inflected() && words == 1) {
            score -= 0.05;
        }
        score += language(reading, candidate, words);
        score += tagger(span, candidate, evidence, words);
        // What speaks against a name weighs the same however well known it is.
        score = Math.min(0.97, score);
        if (entity.type() != EntityType.PERSON
                && words == 1
                && evidence.taggedAs(span.from, span.to) != entity.type()) {
            score -= evidence.hasTagger() && besideCapital(reading, span) ? 0.5 : 0;
        }
        if (entity.type() == EntityType.PLACE && inOrganisationsBrackets(reading, span, evidence)) {
            score -= 0.5;
        }
        if (entity.kind() == EntityKind.CITY
                && (Surroundings.namesCounty(reading, span.to) || Surroundings.beginsTitle(reading, span.to))) {
            score -= 0.5;
        }
        // Apple TV, Google Maps: a firm's name before another capital is a product's.
        if (entity.type() == EntityType.ORGANISATION && words == 1 && isCapital(reading, span.to, span.from)) {
            score -= 0.5;
        }
        if (words == 1 && suspicious(reading, span.from)) {
            score -= 0.3;
        }
        if (entity.type() != EntityType.PERSON && insidePersonName(reading, span)) {
            score -= 0.35;
        }
        return score;
    }

    /** A full name of several words rarely means another; one word often does, and so does a name few know. */
    private static double full(Entity entity, int words) {
        if (entity.isLittleKnown() && (words == 1 || entity.type() == EntityType.PERSON)) {
            return LITTLE_KNOWN;
        }
        if (words >= 2) {
            return (entity.type() == EntityType.PERSON ? 0.75 : 0.68) + 0.2 * entity.prior();
        }
        return entity.type() == EntityType.PERSON ? 0.35 + 0.4 * entity.prior() : 0.32 + 0.65 * entity.prior();
    }

    private double shortName(Reading reading, NameSpan span, Candidate candidate, Evidence evidence, double country) {
        if (evidence.isAnchored(candidate.entity()) && !namesakeBefore(reading, span, candidate.record())) {
            int distance = evidence.distance(candidate.entity(), span.from);
            return 0.8 + (distance < 100_000 ? 0.1 / (1 + distance / 200.0) : 0);
        }
        if (namesakeBefore(reading, span, candidate.record())) {
            return -1;
        }
        boolean title = span.from > 0
                && Titles.contains(reading.folded(span.from - 1))
                && reading.sentence(span.from - 1) == reading.sentence(span.from);
        return 0.05 + 0.35 * candidate.record().prior() + (title ? 0.15 : 0) + (country > 0 ? 0.1 : 0);
    }

    /** Whether another first name stands before the surname: Viktor Lukashenka is not Alyaksandr. */
    private boolean namesakeBefore(Reading reading, NameSpan span, Entity entity) {
        int before = span.from - 1;
        if (before < 0 || reading.sentence(before) != reading.sentence(span.from) || !reading.tokens.isWord(before)) {
            return false;
        }
        if (!reading.isUpper(before) && !reading.isCaseless(before)) {
            return false;
        }
        String word = reading.folded(before);
        if (Titles.contains(word) || entity.type() != EntityType.PERSON) {
            return false;
        }
        return givenNames.contains(word)
                || (reading.isUpper(before) && !reading.beginsSentence(before) && word.length() > 1);
    }

    /** The name's language should be the article's, for single words at least: many a word is a town somewhere. */
    private static double language(Reading reading, Candidate candidate, int words) {
        String own = candidate.language();
        if (words > 1
                || own.equals("und")
                || own.equals("en")
                || reading.language().startsWith(own)) {
            return 0;
        }
        return -0.15;
    }

    private static double tagger(NameSpan span, Candidate candidate, Evidence evidence, int words) {
        Entity entity = candidate.record();
        if (!evidence.hasTagger()) {
            return words == 1 && entity.prior() < 0.3 ? -0.1 : 0;
        }
        EntityType type = evidence.taggedAs(span.from, span.to);
        if (type != null) {
            return type == entity.type() ? 0.2 : words > 1 ? -0.15 : -0.3;
        }
        if (evidence.untagged(span.from, span.to)) {
            // Letters that must be capitals all are no everyday word that the tagger passed over.
            return words == 1 && candidate.role() != Role.ACRONYM ? -0.25 : -0.1;
        }
        return words == 1 ? -0.15 : 0;
    }

    /** A capital at the start of a sentence says nothing if the word is an ordinary one elsewhere. */
    private static boolean suspicious(Reading reading, int token) {
        if (reading.isCaseless(token) || reading.isAllUpper(token)) {
            return false;
        }
        return reading.occursInLowerCase(token);
    }

    /** "Rape Crisis (England and Wales)": the brackets belong to the organisation's name. */
    private static boolean inOrganisationsBrackets(Reading reading, NameSpan span, Evidence evidence) {
        int at = span.from - 1;
        while (at > 0 && at > span.from - 5 && !reading.tokens.is(at, '(') && !reading.tokens.is(at, ')')) {
            at--;
        }
        if (at <= 0 || !reading.tokens.is(at, '(')) {
            return false;
        }
        TaggedSpan before = evidence.taggedAt(at - 1);
        return before != null && before.type() == EntityType.ORGANISATION;
    }

    /** Part of a longer name that nobody recognised: "Wales" in "Arriva Buses Wales". */
    private static boolean besideCapital(Reading reading, NameSpan span) {
        return isCapital(reading, span.from - 1, span.from) || isCapital(reading, span.to, span.from);
    }

    private static boolean isCapital(Reading reading, int token, int of) {
        if (token < 0 || token >= reading.tokens.size() || reading.sentence(token) != reading.sentence(of)) {
            return false;
        }
        return reading.tokens.isWord(token)
                && reading.isUpper(token)
                && !reading.beginsSentence(token)
                && !LongerNames.CALENDAR.contains(reading.folded(token))
                && !Titles.contains(reading.folded(token));
    }

    /** "Jordan" in "Michael Jordan", "Paris" in "Paris Hilton". */
    private boolean insidePersonName(Reading reading, NameSpan span) {
        Tokens tokens = reading.tokens;
        int before = span.from - 1;
        return before >= 0
                && reading.sentence(before) == reading.sentence(span.from)
                && tokens.isWord(before)
                && reading.isUpper(before)
                && !reading.isAllUpper(before)
                && givenNames.contains(reading.folded(before))
                && !Titles.contains(reading.folded(before))
                && tokens.start(span.from) - tokens.end(before) == 1;
    }
}
