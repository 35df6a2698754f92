package dateline.query.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a request says of a saved search; see {@link SavedSearch} for what it means. */
record SearchDraft(
        @Nullable String name,
        @Nullable String query,
        @Nullable Boolean oncePerStory,
        @Nullable Boolean volume,
        @Nullable List<@Nullable Channel> channels) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads a request's body.
     *
     * @throws SearchProblem if it is not of this form; names the field
     */
    static SearchDraft read(byte[] body) {
        try {
            SearchDraft draft = STRICT.readValue(body, SearchDraft.class);
            if (draft == null) {
                throw SearchProblem.invalid("(body)", "must be an object");
            }
            return draft;
        } catch (DatabindException e) {
            throw SearchProblem.invalid(path(e), firstLine(e.getOriginalMessage()));
        } catch (JacksonException e) {
            throw SearchProblem.invalid("(body)", "is no JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    boolean tellsOncePerStory() {
        return oncePerStory == null || oncePerStory;
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "(body)" : path.toString();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "can not be read" : message.lines().findFirst().orElse("can not be read");
    }
}
