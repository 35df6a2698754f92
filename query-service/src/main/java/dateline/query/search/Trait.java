package dateline.query.search;

import java.util.Optional;
import java.util.stream.Stream;

/** What an article is or is not: a request's parameter with {@code true} or {@code false}; in {@code q} as written here. */
public enum Trait {
    /** It quotes somebody. */
    QUOTED("hasQuote", "has:quote"),
    /** Its dateline names a place that is known. */
    DATELINED("hasDateline", "has:dateline"),
    /** It changed after it was first seen. */
    REVISED("revised", "is:revised"),
    /** It is no reprint of an earlier article. */
    INDEPENDENT("independent", "is:independent");

    private final String parameter;
    private final String term;

    Trait(String parameter, String term) {
        this.parameter = parameter;
        this.term = term;
    }

    /** The request's parameter. */
    public String parameter() {
        return parameter;
    }

    /** How it is written in {@code q}. */
    public String term() {
        return term;
    }

    static Optional<Trait> ofTerm(String term) {
        return Stream.of(values()).filter(trait -> trait.term.equals(term)).findFirst();
    }
}
