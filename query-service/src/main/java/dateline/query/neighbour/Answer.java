package dateline.query.neighbour;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of asking another service. */
public sealed interface Answer {
    /** It did what it was asked. */
    record Done(JsonNode json) implements Answer {
        // Another version may leave out what this one knows.
        private static final JsonMapper LENIENT = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();

        /**
         * Its answer as a record.
         *
         * @throws JacksonException if it is none
         */
        public <T> T as(Class<T> type) {
            return LENIENT.treeToValue(json, type);
        }
    }

    /**
     * It would not.
     *
     * @param reason in words, as its problem detail has it
     * @param field which part of the request was wrong, if it says so
     */
    record Refused(int status, String reason, @Nullable String field) implements Answer {}

    /**
     * It did not answer.
     *
     * @param service its name
     * @param url where it was looked for
     */
    record Silent(String service, String url, String reason) implements Answer {}

    /** Why it was not done, as a sentence for people; nothing if it was. */
    default @Nullable String problem() {
        return switch (this) {
            case Done _ -> null;
            case Refused refused -> sentence(refused.reason());
            case Silent silent ->
                silent.service() + " does not answer at " + silent.url() + ": " + silent.reason()
                        + ". Look whether it runs.";
        };
    }

    private static String sentence(String reason) {
        String text = reason.isBlank() ? "It was refused without a reason" : reason.strip();
        String whole = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
