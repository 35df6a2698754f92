package dateline.query.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the version that a record of {@code news.enriched} is stored under, without reading the rest of it. */
public final class RecordVersion {
    private final JsonFactory json = new JsonFactory();

    /** The version; nothing if the record can not be stored, as far as is seen from the few fields looked at. */
    public OptionalLong of(byte[] value) {
        int revision = 0;
        Instant enrichedAt = null;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("raw") && token == JsonToken.START_OBJECT) {
                    revision = revision(parser);
                } else if (name.equals("enrichedAt") && token == JsonToken.VALUE_STRING) {
                    enrichedAt = Instant.parse(parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
            return enrichedAt == null ? OptionalLong.empty() : OptionalLong.of(ArticleVersion.of(revision, enrichedAt));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static int revision(JsonParser parser) {
        int revision = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("revision") && token == JsonToken.VALUE_NUMBER_INT) {
                revision = parser.getIntValue();
            } else {
                parser.skipChildren();
            }
        }
        return revision;
    }
}
