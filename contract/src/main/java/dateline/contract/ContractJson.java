package dateline.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the records on the wire: JSON in UTF-8, absent where null or empty, instants as ISO-8601 text. Readers
 * ignore properties they do not know, so a field can be added without a new schema version; a change that old readers
 * would misread needs one.
 */
public final class ContractJson {
    /** Version of the schema that this code writes, in {@link Headers#SCHEMA}. */
    public static final int SCHEMA_VERSION = 1;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .changeDefaultPropertyInclusion(
                    inclusion -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number that an older record does not have yet is 0.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The value as it is written to Kafka. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /**
     * A value read from Kafka.
     *
     * @throws UnreadableRecord if the bytes are not JSON of that type
     */
    public <T> T read(byte[] json, Class<T> type) {
        T value;
        try {
            value = mapper.readValue(json, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableRecord("no valid " + type.getSimpleName() + ": " + firstLine(e), e);
        }
        if (value == null) {
            throw new UnreadableRecord("no valid " + type.getSimpleName() + ": null", null);
        }
        return value;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
