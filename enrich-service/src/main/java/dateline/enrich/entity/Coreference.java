package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ties an article's short names to its full ones: a surname to the person named in full, an acronym to the organisation
 * it was introduced for ("the Collective Security Treaty Organisation [CSTO]"). It also makes one type of several where
 * the tagger gave the same unknown name now one, now another.
 */
final class Coreference {
    private static final int SHORTEST_SURNAME = 3;
    private static final int MOST = 32;
    /** From this confidence on, the same word elsewhere in the article is taken for the same name. */
    private static final double SURE = 0.75;

    private final Reading reading;
    private final Tokens tokens;
    /** By token: what covers it. */
    private final @Nullable Found[] covering;
    /** People named in full, by each word of their names. */
    private final Map<String, List<Found>> people = new HashMap<>();

    private final Map<String, Found> acronyms = new HashMap<>();
    /** Names of one word, the surest mention of each. */
    private final Map<String, Found> single = new HashMap<>();

    private Coreference(Reading reading, List<Found> found) {
        this.reading = reading;
        this.tokens = reading.tokens;
        covering = new Found[tokens.size()];
        found.forEach(this::cover);
    }

    /** The mentions with their short forms resolved, in order. */
    static List<Found> resolve(Reading reading, List<Found> found) {
        Coreference coreference = new Coreference(reading, found);
        List<Found> voted = coreference.vote(found);
        voted.forEach(coreference::cover);
        coreference.collect(voted);
        List<Found> resolved = new ArrayList<>();
        for (Found mention : voted) {
            resolved.add(coreference.resolve(mention));
        }
        resolved.forEach(coreference::cover);
        coreference.addMissed(resolved);
        resolved.sort(Comparator.comparingInt(Found::from));
        return resolved;
    }

    private void cover(Found mention) {
        for (int i = mention.from(); i < mention.to(); i++) {
            covering[i] = mention;
        }
    }

    /** The same unknown name has one type in an article: the one it was given with most confidence in all. */
    private List<Found> vote(List<Found> found) {
        Map<String, double[]> votes = new HashMap<>();
        for (Found mention : found) {
            if (mention.entity() == null) {
                votes.computeIfAbsent(surface(mention), s -> new double[EntityType.values().length])[
                                mention.type().ordinal()] +=
                        mention.confidence();
            }
        }
        List<Found> voted = new ArrayList<>(found.size());
        for (Found mention : found) {
            double[] of = mention.entity() == null ? votes.get(surface(mention)) : null;
            EntityType best = mention.type();
            if (of != null) {
                for (EntityType type : EntityType.values()) {
                    if (of[type.ordinal()] > of[best.ordinal()]) {
                        best = type;
                    }
                }
            }
            voted.add(
                    best == mention.type()
                            ? mention
                            : Found.unknown(
                                    mention.from(),
                                    mention.to(),
                                    best,
                                    mention.name(),
                                    mention.confidence(),
                                    mention.by()));
        }
        return voted;
    }

    private String surface(Found mention) {
        if (mention.length() == 1) {
            return reading.folded(mention.from());
        }
        StringBuilder words = new StringBuilder();
        for (int i = mention.from(); i < mention.to(); i++) {
            words.append(reading.folded(i)).append(' ');
        }
        return words.toString();
    }

    private void collect(List<Found> found) {
        for (Found mention : found) {
            if (mention.type() == EntityType.PERSON && words(mention) >= 2) {
                for (int i = mention.from(); i < mention.to(); i++) {
                    if (tokens.isWord(i) && reading.folded(i).length() >= 2) {
                        note(people.computeIfAbsent(reading.folded(i), w -> new ArrayList<>(2)), mention);
                    }
                }
            } else {
                introduced(mention);
            }
        }
    }

    /** One entry for each change of person is enough, and keeps a list of a hundred thousand names linear. */
    private static void note(List<Found> named, Found mention) {
        if (named.isEmpty() || (!named.getLast().id().equals(mention.id()) && named.size() < MOST)) {
            named.add(mention);
        }
    }

    private int words(Found mention) {
        int words = 0;
        for (int i = mention.from(); i < mention.to(); i++) {
            if (tokens.isWord(i)) {
                words++;
            }
        }
        return words;
    }

    /** An acronym in brackets behind a name that begins with the same letter. */
    private void introduced(Found mention) {
        int at = mention.to() + 1;
        if (words(mention) < 2 || at + 1 >= tokens.size()) {
            return;
        }
        boolean brackets = (tokens.is(at - 1, '(') && tokens.is(at + 1, ')'))
                || (tokens.is(at - 1, '[') && tokens.is(at + 1, ']'));
        if (brackets
                && reading.isAllUpper(at)
                && tokens.end(at) - tokens.start(at) <= 10
                && hasInitial(mention, reading.folded(at).charAt(0))) {
            acronyms.putIfAbsent(reading.folded(at), mention);
        }
    }

    private boolean hasInitial(Found mention, char initial) {
        for (int i = mention.from(); i < mention.to(); i++) {
            if (tokens.isWord(i) && reading.folded(i).charAt(0) == initial) {
                return true;
            }
        }
        return false;
    }

    private Found resolve(Found mention) {
        if (mention.entity() != null && mention.length() == 1 && mention.type() == EntityType.PLACE) {
            return person(mention);
        }
        if (mention.entity() != null || mention.length() > 1) {
            return mention.entity() == null && mention.type() == EntityType.PERSON ? longer(mention) : mention;
        }
        String word = reading.folded(mention.from());
        Found organisation = reading.isAllUpper(mention.from()) ? acronyms.get(word) : null;
        if (organisation != null) {
            return refer(mention.from(), organisation, 0.9);
        }
        Found person = mention.type() == EntityType.PERSON || mention.confidence() < 0.75
                ? nearest(word, mention.from())
                : null;
        return person == null ? mention : refer(mention.from(), person, 0.85);
    }

    /** A place's name that somebody in the article bears: Phoenix Sinclair, Jack London. */
    private Found person(Found place) {
        Found person = nearest(reading.folded(place.from()), place.from());
        boolean located = Surroundings.isLocated(reading, place.from());
        return person == null || located || place.confidence() > 0.9 ? place : refer(place.from(), person, 0.6);
    }

    /** "Hamad Al Thani" is "Tamim bin Hamad Al Thani" only if first and last word agree. */
    private Found longer(Found mention) {
        String first = reading.folded(mention.from());
        String last = reading.folded(mention.to() - 1);
        for (Found person : people.getOrDefault(last, List.of())) {
            if (person.length() > mention.length()
                    && reading.folded(person.from()).equals(first)
                    && reading.folded(person.to() - 1).equals(last)) {
                return new Found(
                        mention.from(),
                        mention.to(),
                        person.type(),
                        person.entity(),
                        person.id(),
                        person.name(),
                        mention.confidence() * 0.95,
                        Mention.By.COREFERENCE);
            }
        }
        return mention;
    }

    private static Found refer(int token, Found to, double confidence) {
        return new Found(
                token,
                token + 1,
                to.type(),
                to.entity(),
                to.id(),
                to.name(),
                Math.min(confidence, to.confidence()),
                Mention.By.COREFERENCE);
    }

    /** The person of that name: as a surname rather than a first name, before the token rather than behind it. */
    private @Nullable Found nearest(String word, int token) {
        Found best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Found person : people.getOrDefault(word, List.of())) {
            boolean surname = reading.folded(person.to() - 1).equals(word);
            int distance = person.from() < token ? token - person.from() : 200_000 + person.from() - token;
            int rank = distance + (surname ? 0 : 1_000_000);
            if (rank < bestRank) {
                best = person;
                bestRank = rank;
            }
        }
        return best;
    }

    /** Surnames, acronyms and names of one word that stand elsewhere in the article and that nothing covers yet. */
    private void addMissed(List<Found> resolved) {
        for (Found mention : resolved) {
            if (mention.length() == 1 && mention.confidence() >= SURE) {
                single.merge(
                        reading.folded(mention.from()),
                        mention,
                        (one, other) -> other.confidence() > one.confidence() ? other : one);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (covering[i] != null || !tokens.isWord(i) || !reading.isUpper(i)) {
                continue;
            }
            String word = reading.folded(i);
            Found organisation = reading.isAllUpper(i) ? acronyms.get(word) : null;
            if (organisation != null) {
                resolved.add(refer(i, organisation, 0.9));
            } else if (word.length() > SHORTEST_SURNAME
                    && !reading.occursInLowerCase(i)
                    && !besideName(i)
                    && people.containsKey(word)) {
                Found person = nearest(word, i);
                if (person != null && reading.folded(person.to() - 1).equals(word)) {
                    Found surname = refer(i, person, 0.7);
                    resolved.add(isDoubled(i) ? surname.from(i - 2) : surname);
                }
            } else if (word.length() >= SHORTEST_SURNAME && !reading.occursInLowerCase(i) && !besideName(i)) {
                Found same = single.get(word);
                if (same != null
                        && reading.isAllUpper(i) == reading.isAllUpper(same.from())
                        && !Surroundings.isCurrency(reading, i + 1)) {
                    resolved.add(refer(i, same, 0.6));
                }
            }
        }
    }

    /** The second half of "Okafor-Lane". */
    private boolean isDoubled(int token) {
        return token >= 2
                && tokens.is(token - 1, '-')
                && tokens.start(token) == tokens.end(token - 1)
                && tokens.start(token - 1) == tokens.end(token - 2)
                && tokens.isWord(token - 2)
                && reading.isUpper(token - 2)
                && covering[token - 2] == null
                && people.containsKey(reading.folded(token - 2));
    }

    /** Part of a longer name, such as a street's or a firm's. */
    private boolean besideName(int token) {
        int next = token + 1;
        if (next < tokens.size()
                && reading.sentence(next) == reading.sentence(token)
                && tokens.isWord(next)
                && reading.isUpper(next)) {
            return true;
        }
        int before = token - 1;
        return before >= 0
                && reading.sentence(before) == reading.sentence(token)
                && tokens.isWord(before)
                && reading.isUpper(before)
                && !reading.beginsSentence(before)
                && !Titles.contains(reading.folded(before));
    }
}
