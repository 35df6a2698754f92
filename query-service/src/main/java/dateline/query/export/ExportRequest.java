package dateline.query.export;

import dateline.query.search.ArticleQuery;
import dateline.query.search.InvalidParameter;
import dateline.query.search.Question;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * An export, as asked for.
 *
 * @param articles which articles
 * @param format what it looks like
 * @param fields what of each article, in the order of their declaration
 * @param order in which order
 * @param limit how many articles, at most
 * @param bom whether CSV begins with a byte order mark, without which some spreadsheets take UTF-8 for something else
 * @param formulas whether what looks like a spreadsheet's formula is left as it is in CSV
 */
record ExportRequest(
        ArticleQuery articles,
        ExportFormat format,
        Set<ExportField> fields,
        Order order,
        long limit,
        boolean bom,
        boolean formulas) {
    ExportRequest {
        fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    /** In which order articles are exported. */
    enum Order {
        /** The last published first. */
        NEWEST,
        /** The first published first. */
        OLDEST,
        /** As they lie in the index, which is the fastest. */
        ANY
    }

    /**
     * Reads a request.
     *
     * @throws InvalidParameter if a parameter can not be used
     */
    static ExportRequest of(MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "format", "fields", "sort", "limit", "bom", "formulas");
        ExportFormat format = question.choice("format", ExportFormat.class).orElse(ExportFormat.JSON);
        for (String name : List.of("bom", "formulas")) {
            if (format != ExportFormat.CSV && question.one(name).isPresent()) {
                throw new InvalidParameter(name, "is for CSV only");
            }
        }
        return new ExportRequest(
                question.articles(),
                format,
                fields(question.many("fields")),
                question.choice("sort", Order.class).orElse(Order.NEWEST),
                question.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                question.own().truth("bom").orElse(false),
                question.own().truth("formulas").orElse(false));
    }

    private static Set<ExportField> fields(List<String> lists) {
        if (lists.isEmpty()) {
            return ExportField.USUAL;
        }
        Set<ExportField> fields = EnumSet.noneOf(ExportField.class);
        lists.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> ExportField.of(name)
                        .orElseThrow(() -> new InvalidParameter("fields", "must be some of " + ExportField.labels())))
                .forEach(fields::add);
        if (fields.isEmpty()) {
            throw new InvalidParameter("fields", "must be some of " + ExportField.labels());
        }
        return fields;
    }
}
