package dateline.query.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an article can be asked for by value: in a request by a parameter of this name, in {@code q} as {@code name:value}.
 * Of what an article may have several of, all values asked for must be there; of what it has one of, one of them.
 */
public enum Attribute {
    /** Whom the article names: an id or a name. */
    ENTITY("entities.id", Form.ENTITY_NAME, true),
    /** What it is about, or what that belongs to: an id or a name. */
    TOPIC("topicIds", Form.TOPIC_NAME, true),
    /** Who published it: the outlet's id or its name. */
    OUTLET("outlet.id", Form.OUTLET_NAME, false),
    /** A label the operator gave the outlet. */
    TAG("outlet.tags", Form.AS_IT_IS, true),
    /** Primary language subtag. */
    LANGUAGE("language", Form.LOWER_CASE, false),
    /** A country it is about, ISO 3166 alpha-2. */
    COUNTRY("countries", Form.UPPER_CASE, true),
    /** Whom it quotes: an entity's id or a name. */
    SPEAKER("speakers", Form.ENTITY_NAME, true),
    /** Whom somebody else speaks of in a quotation: an entity's id or a name. */
    ABOUT("quotedAbout", Form.ENTITY_NAME, true),
    /** Where it was written, by its dateline: a place's id or a name. */
    DATELINE("datelinePlace", Form.ENTITY_NAME, false),
    /** How it came: {@code feed} or {@code submitted}. */
    CHANNEL("channel", Form.CHANNEL, false);

    /** How a value is written and what it may stand for. */
    enum Form {
        AS_IT_IS,
        LOWER_CASE,
        UPPER_CASE,
        CHANNEL,
        ENTITY_NAME,
        TOPIC_NAME,
        OUTLET_NAME
    }

    private final String field;
    private final Form form;
    private final boolean several;

    Attribute(String field, Form form, boolean several) {
        this.field = field;
        this.form = form;
        this.several = several;
    }

    /** Its name in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The index's field with its values. */
    public String field() {
        return field;
    }

    /** Whether an article may have several, so that each one asked for narrows what is found. */
    public boolean several() {
        return several;
    }

    /** Whether a value may be a name that stands for ids, rather than what the field holds. */
    public boolean isNamed() {
        return form == Form.ENTITY_NAME || form == Form.TOPIC_NAME || form == Form.OUTLET_NAME;
    }

    Form form() {
        return form;
    }

    /** The value as the field holds it; empty if there can be none like it. */
    Optional<String> normal(String value) {
        return switch (form) {
            case AS_IT_IS, ENTITY_NAME, TOPIC_NAME, OUTLET_NAME -> Optional.of(value);
            case LOWER_CASE -> Optional.of(value.toLowerCase(Locale.ROOT));
            case UPPER_CASE -> Optional.of(value.toUpperCase(Locale.ROOT));
            case CHANNEL ->
                Stream.of(dateline.contract.Origin.Channel.values())
                        .map(Enum::name)
                        .filter(name -> name.equalsIgnoreCase(value))
                        .findFirst();
        };
    }

    /** The attribute of this name. */
    static Optional<Attribute> of(String label) {
        return Stream.of(values())
                .filter(attribute -> attribute.label().equals(label))
                .findFirst();
    }
}
