package dateline.query.openapi;

import dateline.query.search.Attribute;
import dateline.query.search.Facet;
import dateline.query.search.Sort;
import dateline.query.search.Trait;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Describes the parameters that {@code ArticleQueryReader} reads. */
final class ArticleParameters {
    private static final String TIME =
            "a day such as 2026-04-21, in UTC and whole, or a time such as 2026-04-21T09:00:00Z";

    private ArticleParameters() {}

    /** Those that say which articles. */
    static List<Parameter> filters() {
        List<Parameter> all = new ArrayList<>();
        all.add(one(
                "q",
                "Words to look for, in the syntax of docs/search.md: words, \"phrases\", \"words near\"~5, begin*,"
                        + " field:value, -exclusion, AND, OR, parentheses.",
                new StringSchema().maxLength(1_000)));
        for (Attribute attribute : Attribute.values()) {
            all.add(many(attribute));
        }
        for (Trait trait : Trait.values()) {
            all.add(one(trait.parameter(), trait.term() + ", or not", new BooleanSchema()));
        }
        all.add(one("from", "Published not before: " + TIME, new StringSchema()));
        all.add(one("to", "Published not after: " + TIME, new StringSchema()));
        all.add(one("firstSeenFrom", "First seen not before: " + TIME, new StringSchema()));
        all.add(one("firstSeenTo", "First seen not after: " + TIME, new StringSchema()));
        all.add(one(
                "nearDuplicateOf",
                "An article's id: only articles whose text repeats its text, or is repeated by it.",
                new StringSchema().pattern("[0-9a-f]{32}")));
        return all;
    }

    /** Those that say what to show of them. */
    static List<Parameter> pages() {
        Schema<String> sorts = new StringSchema();
        Stream.of(Sort.values()).map(Sort::label).forEach(sorts::addEnumItemObject);
        Schema<String> facets = new StringSchema();
        Stream.of(Facet.values()).map(Facet::label).forEach(facets::addEnumItemObject);
        Schema<Number> size = new IntegerSchema();
        size.setMinimum(BigDecimal.ZERO);
        size.setMaximum(BigDecimal.valueOf(100));
        size.setDefault(20);
        return List.of(
                one("sort", "The order; by relevance if there is a q, else newest first.", sorts),
                one("size", "How many on a page.", size),
                one("next", "The next of the page before.", new StringSchema()),
                one(
                                "facets",
                                "What to count by, separated by commas; everything if it is not given.",
                                new ArraySchema().items(facets))
                        .explode(false));
    }

    private static Parameter many(Attribute attribute) {
        return one(
                        attribute.label(),
                        (attribute.several() ? "Each of these" : "One of these")
                                + (attribute.isNamed() ? ", ids or names" : "")
                                + "; with a - in front none of these.",
                        new ArraySchema().items(new StringSchema().maxLength(256)))
                .explode(true);
    }

    private static Parameter one(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }
}
