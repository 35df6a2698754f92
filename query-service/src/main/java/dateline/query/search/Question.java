package dateline.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A request that asks something else of articles than their list: which articles, said as at {@code GET /api/articles},
 * and what the question itself says.
 *
 * @param articles which articles
 * @param own the values of all parameters, of which the question reads its own
 */
public record Question(ArticleQuery articles, RequestValues own) {
    /** The parameter that says whether reprints count. */
    public static final String REPRINTS = "reprints";

    /**
     * Reads a request.
     *
     * @param own the names of the question's own parameters
     * @throws InvalidParameter if a parameter is none that exists, or does not say which articles
     */
    public static Question of(MultiValueMap<String, String> parameters, String... own) {
        return new Question(ArticleQueryReader.readFilters(parameters, Set.of(own)), new RequestValues(parameters));
    }

    /** The values of a parameter. */
    public List<String> many(String name) {
        return own.many(name);
    }

    /** The value of a parameter. */
    public Optional<String> one(String name) {
        return own.one(name);
    }

    /** A number within bounds, both included. */
    public int number(String name, int least, int most, int otherwise) {
        return own.number(name, least, most, otherwise);
    }

    /** Whether reprints count, as {@value #REPRINTS} says. */
    public boolean reprints(boolean otherwise) {
        return own.truth(REPRINTS).orElse(otherwise);
    }

    /** One of an enum's constants, by its name in small letters. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value.get().toLowerCase(Locale.ROOT))) {
                return Optional.of(constant);
            }
        }
        throw new InvalidParameter(
                name,
                "must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Question::word)
                                .collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
