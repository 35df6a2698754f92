package dateline.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A request's parameters where more is asked than for a list of articles: some say which articles are meant, as at
 * {@code GET /api/articles}, and some are the question's own.
 */
public final class Question {
    /** The parameter that says whether reprints count. */
    public static final String REPRINTS = "reprints";

    private static final Set<String> OF_LISTS = Set.of("sort", "size", "next", "facets");
    private static final int MAX_LENGTH = 256;

    private final MultiValueMap<String, String> own = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> articles = new LinkedMultiValueMap<>();

    private Question(MultiValueMap<String, String> parameters, Set<String> ownNames) {
        parameters.forEach((name, values) -> (ownNames.contains(name) ? own : articles).put(name, values));
    }

    /**
     * Parts the parameters.
     *
     * @param ownNames the question's own; of these {@code sort}, {@code size}, {@code next} and {@code facets}, which tell
     *     how to list articles, the others are refused
     * @throws InvalidParameter if one has no meaning here
     */
    public static Question of(MultiValueMap<String, String> parameters, String... ownNames) {
        Question question = new Question(parameters, Set.of(ownNames));
        for (String name : question.articles.keySet()) {
            if (OF_LISTS.contains(name)) {
                throw new InvalidParameter(name, "means nothing here, where articles are not listed");
            }
        }
        return question;
    }

    /**
     * Which articles are meant.
     *
     * @throws InvalidParameter if they do not say it right
     */
    public ArticleQuery articles() {
        return ArticleQueryReader.read(articles);
    }

    /** The parameters that say it. */
    public MultiValueMap<String, String> articleParameters() {
        return new LinkedMultiValueMap<>(articles);
    }

    /** The values of a parameter of the question's own; empty ones, which forms send, are none. */
    public List<String> all(String name) {
        return own.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .toList();
    }

    /** The value of a parameter that may be given once. */
    public Optional<String> one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new InvalidParameter(name, "must be given once");
        }
        if (values.stream().anyMatch(value -> value.length() > MAX_LENGTH)) {
            throw new InvalidParameter(name, "must have at most " + MAX_LENGTH + " characters");
        }
        return values.stream().findFirst();
    }

    /** A number within bounds, both included. */
    public int number(String name, int least, int most, int otherwise) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidParameter(name, "must be a number from " + least + " to " + most);
    }

    /** Yes or no; a parameter without a value says yes. */
    public boolean yes(String name, boolean otherwise) {
        if (!own.containsKey(name)) {
            return otherwise;
        }
        return switch (one(name).orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidParameter(name, "must be true or false");
        };
    }

    /** Whether reprints count, as {@value #REPRINTS} says. */
    public boolean reprints(boolean otherwise) {
        return yes(REPRINTS, otherwise);
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
