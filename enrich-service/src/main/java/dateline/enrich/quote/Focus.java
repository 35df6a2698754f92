package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the last sentences were about, and as what the article introduced them: so much is needed to tell who "she" or
 * "the architect" is. Where several could be meant and nothing decides, nobody is named.
 */
final class Focus {
    private static final int SENTENCES = 12;

    /** Persons of a sentence, those who speak first, then subjects, then the rest. */
    private record Seen(Set<String> persons, @Nullable String organisation, boolean unnamed) {}

    private final Speech speech;
    private final Deque<Seen> recent = new ArrayDeque<>();
    /** Ids of the persons introduced with a word, such as "architect". */
    private final Map<String, Set<String>> introduced = new HashMap<>();

    private final Map<String, Boolean> female = new HashMap<>();

    Focus(Speech speech) {
        this.speech = speech;
    }

    /** Learns how the sentence introduces people: "the architect, Karen Petrosyan", "Judge Amartey", "X, a guide". */
    void learn(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            Mention mention = sentence.at(i).mention();
            if (mention == null || mention.type() != EntityType.PERSON) {
                continue;
            }
            int before = sentence.isMark(i - 1, ",") ? i - 2 : i - 1;
            introducedBefore(sentence, before, mention.entityId());
            int after = i + 1;
            if (sentence.isMark(after, ",")
                    && sentence.has(after + 1)
                    && speech.is("article", sentence.at(after + 1))) {
                for (int j = after + 2; j < after + 7 && sentence.has(j) && describes(sentence.at(j)); j++) {
                    introduce(sentence.at(j), mention.entityId());
                }
            }
        }
    }

    /** "the president of Belarus, X": what a preposition leads to describes nobody. */
    private void introducedBefore(Sentence sentence, int last, String person) {
        int from = last;
        while (from >= Math.max(0, last - 6)
                && (describes(sentence.at(from))
                        || speech.isPreposition(sentence.at(from))
                        || speech.is("article", sentence.at(from))
                        || sentence.at(from).isOrganisation())) {
            from--;
        }
        for (int i = from + 1; i <= last && !(i > from + 1 && speech.isPreposition(sentence.at(i))); i++) {
            if (describes(sentence.at(i))) {
                introduce(sentence.at(i), person);
            }
        }
    }

    private boolean describes(Unit unit) {
        return unit.kind() == Unit.Kind.WORD
                && unit.word().length() > 2
                && !speech.isPreposition(unit)
                && !speech.is("article", unit)
                && !speech.is("and", unit)
                && speech.verb(unit) == null;
    }

    private void introduce(Unit unit, String person) {
        introduced.computeIfAbsent(unit.word(), w -> new LinkedHashSet<>()).add(person);
        if (speech.is("she-noun", unit)) {
            female.putIfAbsent(person, true);
        } else if (speech.is("he-noun", unit)) {
            female.putIfAbsent(person, false);
        }
    }

    /** Notes whom a sentence was about, once it has been read. */
    void leave(Sentence sentence, List<Spoken> spoken) {
        Set<String> persons = new LinkedHashSet<>();
        String organisation = null;
        for (Spoken by : spoken) {
            if (by.id() != null && by.person()) {
                persons.add(by.id());
            } else if (by.id() != null) {
                organisation = by.id();
            }
        }
        List<String> others = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Mention mention = sentence.at(i).mention();
            if (mention == null) {
                continue;
            }
            boolean inner = (i > 0 && speech.isPreposition(sentence.at(i - 1)))
                    || (sentence.has(i + 1) && sentence.at(i + 1).is("'s"));
            if (mention.type() != EntityType.PERSON) {
                organisation = organisation == null && !inner && i < 4 ? mention.entityId() : organisation;
            } else if (inner) {
                others.add(mention.entityId());
            } else {
                persons.add(mention.entityId());
            }
        }
        persons.addAll(others);
        boolean unnamed = persons.isEmpty() && sentence.size() > 1 && speech.is("indefinite", sentence.at(0));
        recent.addFirst(new Seen(persons, organisation, unnamed));
        if (recent.size() > SENTENCES) {
            recent.removeLast();
        }
    }

    /** Who "he", "she", "it" or "they" is; null if that is not safe to say. */
    @Nullable
    Spoken pronoun(Sentence sentence, int at) {
        Unit pronoun = sentence.at(at);
        boolean he = speech.is("he", pronoun);
        boolean she = speech.is("she", pronoun);
        if (!he && !she) {
            return organisation();
        }
        Boolean wanted = he == she ? null : (Boolean) she;
        for (int i = 0; i < at; i++) {
            Unit unit = sentence.at(i);
            if (unit.isPerson() && unit.mention() != null && fits(unit.mention().entityId(), wanted)) {
                return known(unit.mention().entityId(), wanted);
            }
        }
        for (Seen seen : recent) {
            if (seen.unnamed()) {
                return null;
            }
            for (String person : seen.persons()) {
                if (fits(person, wanted)) {
                    return known(person, wanted);
                }
            }
        }
        return null;
    }

    private Spoken known(String person, @Nullable Boolean wanted) {
        if (wanted != null) {
            female.putIfAbsent(person, wanted);
        }
        return new Spoken(person, true, 0.75);
    }

    private boolean fits(String person, @Nullable Boolean wanted) {
        Boolean is = female.get(person);
        return wanted == null || is == null || is.equals(wanted);
    }

    private @Nullable Spoken organisation() {
        int looked = 0;
        for (Seen seen : recent) {
            if (seen.organisation() != null) {
                return new Spoken(seen.organisation(), false, 0.6);
            }
            if (++looked == 2 || !seen.persons().isEmpty()) {
                return null;
            }
        }
        return null;
    }

    /** Who is meant by a description such as "the architect"; null unless the article introduced just one so. */
    @Nullable
    Spoken described(Sentence sentence, Speaker phrase) {
        int from = phrase.from();
        boolean definite = speech.is("definite", sentence.at(from)) || !speech.has("definite");
        if (!definite) {
            return null;
        }
        int head = -1;
        boolean leads = false;
        for (int i = from; i < phrase.to() && sentence.at(i).start() < phrase.end(); i++) {
            Unit unit = sentence.at(i);
            if (unit.mention() != null) {
                return null;
            }
            leads |= speech.is("leader", unit);
            if (speech.isPreposition(unit) || unit.kind() == Unit.Kind.MARK) {
                leads |= sentence.has(i + 1) && speech.is("leader", sentence.at(i + 1));
                break;
            }
            head = i;
        }
        if (head < 0) {
            return null;
        }
        Spoken found = only(introduced.get(sentence.at(head).word()));
        return found != null || !leads ? found : latestLeader();
    }

    private static @Nullable Spoken only(@Nullable Set<String> persons) {
        return persons == null || persons.size() != 1
                ? null
                : new Spoken(persons.iterator().next(), true, 0.7);
    }

    /** Of several presidents, the one named last. */
    private @Nullable Spoken latestLeader() {
        Set<String> leaders = new LinkedHashSet<>();
        introduced.forEach((word, persons) -> {
            if (speech.isWord("leader", word)) {
                leaders.addAll(persons);
            }
        });
        for (Seen seen : recent) {
            for (String person : seen.persons()) {
                if (leaders.contains(person)) {
                    return new Spoken(person, true, 0.5);
                }
            }
        }
        return null;
    }
}
