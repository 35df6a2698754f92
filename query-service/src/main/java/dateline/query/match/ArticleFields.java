package dateline.query.match;

import dateline.query.index.ArticleDocument;
import dateline.query.index.Names;
import dateline.query.search.Attribute;
import dateline.query.search.Trait;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** An article as the monitor reads it: what a search can ask for, under the index's names of fields where it has them. */
final class ArticleFields {
    static final String PUBLISHED = "published.at";
    static final String FIRST_SEEN = "firstSeen";
    static final String TRAITS = "traits";

    private ArticleFields() {}

    /** Where the names are that an attribute's ids go by in the article itself. */
    static String names(Attribute attribute) {
        return attribute.field() + ".name";
    }

    /** Where the beginnings of a field's words are. */
    static String starts(String field) {
        return field + ".start";
    }

    /** The article's fields. */
    static Document of(ArticleDocument article) {
        Document fields = new Document();
        text(fields, "title", article.title());
        text(fields, "subtitle", article.subtitle());
        text(fields, "body", article.body());
        if (article.stemmed() != null) {
            article.stemmed().forEach((language, stemmed) -> {
                text(fields, "stemmed." + language + ".title", stemmed.title());
                text(fields, "stemmed." + language + ".body", stemmed.body());
            });
        }
        for (Attribute attribute : Attribute.values()) {
            Collection<String> values = values(attribute, article);
            values.forEach(value -> word(fields, attribute.field(), value));
            if (attribute.isNamed()) {
                named(attribute, article, values).forEach(name -> word(fields, names(attribute), name));
            }
        }
        for (Trait trait : Trait.values()) {
            if (is(trait, article)) {
                word(fields, TRAITS, trait.name());
            }
        }
        fields.add(new LongPoint(PUBLISHED, article.published().at().toEpochMilli()));
        fields.add(new LongPoint(FIRST_SEEN, article.firstSeen().toEpochMilli()));
        return fields;
    }

    private static Collection<String> values(Attribute attribute, ArticleDocument article) {
        return switch (attribute) {
            case ENTITY ->
                article.entities().stream().map(entity -> entity.id()).toList();
            case TOPIC -> article.topicIds();
            case OUTLET -> List.of(article.outlet().id());
            case TAG -> article.outlet().tags();
            case LANGUAGE -> article.language() == null ? List.of() : List.of(article.language());
            case COUNTRY -> article.countries();
            case SPEAKER -> article.speakers();
            case ABOUT -> article.quotedAbout();
            case DATELINE -> article.datelinePlace() == null ? List.of() : List.of(article.datelinePlace());
            case CHANNEL -> List.of(article.channel());
        };
    }

    /** Names that an article brings up for the first time are in no index yet. */
    private static Stream<String> named(Attribute attribute, ArticleDocument article, Collection<String> ids) {
        return switch (attribute) {
            case ENTITY, SPEAKER, ABOUT, DATELINE -> names(article.entityAliases(), Set.copyOf(ids));
            case TOPIC -> names(article.topicAliases(), Set.copyOf(ids));
            case OUTLET, TAG, LANGUAGE, COUNTRY, CHANNEL -> Stream.of();
        };
    }

    /** Out of pairs of folded name and id, the names of these ids. */
    private static Stream<String> names(List<String> aliases, Set<String> ids) {
        return aliases.stream()
                .filter(alias -> ids.contains(alias.substring(alias.indexOf(Names.SEPARATOR) + 1)))
                .map(alias -> alias.substring(0, alias.indexOf(Names.SEPARATOR)))
                .distinct();
    }

    private static boolean is(Trait trait, ArticleDocument article) {
        return switch (trait) {
            case QUOTED -> article.quoteCount() > 0;
            case DATELINED -> article.datelinePlace() != null;
            case REVISED -> article.revision() > 1;
            // Not known of an article that is just coming in; saved searches can not ask for it.
            case INDEPENDENT -> article.independent();
        };
    }

    private static void text(Document fields, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            fields.add(new TextField(name, text, Field.Store.NO));
            if (ArticleAnalyzers.FOLDED.contains(name)) {
                fields.add(new TextField(starts(name), text, Field.Store.NO));
            }
        }
    }

    private static void word(Document fields, String name, String value) {
        fields.add(new StringField(name, value, Field.Store.NO));
    }
}
