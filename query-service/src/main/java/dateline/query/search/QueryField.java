package dateline.query.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands before a colon in {@code q}. */
sealed interface QueryField {
    /** A part of the article, such as {@code title:}. */
    record OfPart(TextQuery.Part part) implements QueryField {}

    /** An attribute, such as {@code entity:}. */
    record OfAttribute(Attribute attribute) implements QueryField {}

    /** The first half of a trait, such as {@code has:}. */
    record OfTrait(String name) implements QueryField {}

    /** Longest run of letters that is looked at for a name. */
    int MAX_NAME = 16;

    /**
     * Where the colon of {@code name:} is, if such a name begins here: Latin letters only, so that {@code 10:30} is none,
     * and no address such as {@code https://}.
     *
     * @return -1 if none begins here
     */
    static int colon(String text, int at) {
        int end = at;
        while (end < text.length() && end - at <= MAX_NAME && isLetter(text.charAt(end))) {
            end++;
        }
        boolean name = end > at && end < text.length() && text.charAt(end) == ':' && end - at <= MAX_NAME;
        if (!name || text.startsWith("//", end + 1)) {
            return -1;
        }
        // "Breaking: storm" is text; "title: storm" was meant as a field.
        boolean detached = end + 1 == text.length() || Character.isWhitespace(text.charAt(end + 1));
        return detached && of(text.substring(at, end)).isEmpty() ? -1 : end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static Optional<QueryField> of(String name) {
        return Stream.<Optional<QueryField>>of(
                        Stream.of(TextQuery.Part.values())
                                .filter(part -> label(part).equals(name))
                                .findFirst()
                                .map(OfPart::new),
                        Attribute.of(name).map(OfAttribute::new),
                        Stream.of("has", "is").filter(name::equals).findFirst().map(OfTrait::new))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All names, for whoever wrote one that does not exist. */
    static String names() {
        return Stream.of(
                        Stream.of(TextQuery.Part.values()).map(QueryField::label),
                        Stream.of(Attribute.values()).map(Attribute::label),
                        Stream.of("has", "is"))
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
    }

    static String traits() {
        return Stream.of(Trait.values()).map(Trait::term).collect(Collectors.joining(", "));
    }

    private static String label(TextQuery.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
