package dateline.query.export;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an export may hold of an article, named as in the API, and how it is put into a table's columns. */
enum ExportField {
    ID("id"),
    URL("url"),
    TITLE("title"),
    SUBTITLE("subtitle"),
    OUTLET("outlet", part("outletId", "id"), part("outletName", "name"), part("outletCountry", "country")),
    BYLINES("bylines"),
    PUBLISHED("published", part("published", "at"), part("publishedPrecision", "precision")),
    FIRST_SEEN("firstSeen"),
    REVISED_AT("revisedAt"),
    REVISION("revision"),
    LANGUAGE("language"),
    SECTION("section"),
    TAGS("tags"),
    ENTITIES("entities", each("entityIds", "id"), each("entityNames", "name")),
    TOPICS("topics", each("topicIds", "id"), each("topicNames", "name")),
    COUNTRIES("countries"),
    KEYWORDS("keywords"),
    SPEAKERS("speakers"),
    QUOTE_COUNT("quoteCount"),
    WORDS("words"),
    TONE("tone"),
    INDEPENDENT("independent"),
    REPRINT_OF("reprintOf"),
    LEAD("lead"),
    BODY("body"),
    QUOTES("quotes");

    /** What is exported unless something else is asked for: all but long texts. */
    static final Set<ExportField> USUAL = EnumSet.complementOf(EnumSet.of(LEAD, BODY, QUOTES));

    /** Between the values of a list that stands in one cell. */
    private static final String AND = "; ";

    private final String label;
    private final List<Column> columns;

    ExportField(String label, Column... columns) {
        this.label = label;
        this.columns = columns.length == 0 ? List.of(new Column(label, ExportField::cell)) : List.of(columns);
    }

    /** Its name in requests and answers, which is that of the index's field. */
    String label() {
        return label;
    }

    /**
     * A column of a table.
     *
     * @param name its heading
     * @param cell makes the cell of a field's value
     */
    record Column(String name, Function<JsonNode, String> cell) {}

    static Optional<ExportField> of(String label) {
        return Stream.of(values()).filter(field -> field.label.equals(label)).findFirst();
    }

    /** All names, to tell them. */
    static String labels() {
        return Stream.of(values()).map(ExportField::label).collect(Collectors.joining(", "));
    }

    /** The headings of these fields' columns. */
    static List<String> headings(Set<ExportField> fields) {
        return fields.stream()
                .flatMap(field -> field.columns.stream())
                .map(Column::name)
                .toList();
    }

    /** The cells of an article, in the order of the headings. */
    static List<String> cells(Set<ExportField> fields, JsonNode article) {
        List<String> cells = new ArrayList<>();
        for (ExportField field : fields) {
            JsonNode value = article.path(field.label);
            for (Column column : field.columns) {
                cells.add(column.cell().apply(value));
            }
        }
        return cells;
    }

    private static Column part(String name, String part) {
        return new Column(name, value -> cell(value.path(part)));
    }

    private static Column each(String name, String part) {
        return new Column(
                name,
                values -> values.valueStream()
                        .map(value -> cell(value.path(part)))
                        .collect(Collectors.joining(AND)));
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer)) {
            return value.valueStream().map(ExportField::cell).collect(Collectors.joining(AND));
        }
        return value.isContainer() ? value.toString() : value.asString();
    }
}
