package dateline.query.match;

import dateline.query.index.ArticleDocument;
import dateline.query.index.Names;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** An article as the monitor reads it: the fields of the index that a search can ask for, under the index's names. */
final class ArticleFields {
    static final String ENTITY = "entities.id";
    static final String ENTITY_NAME = "entityNames";
    static final String TOPIC = "topicIds";
    static final String TOPIC_NAME = "topicNames";
    static final String OUTLET = "outlet.id";
    static final String LANGUAGE = "language";
    static final String PUBLISHED = "published.at";

    private ArticleFields() {}

    static Document of(ArticleDocument article) {
        Document fields = new Document();
        text(fields, "title", article.title());
        text(fields, "subtitle", article.subtitle() == null ? "" : article.subtitle());
        text(fields, "body", article.body() == null ? "" : article.body());
        if (article.stemmed() != null) {
            article.stemmed().forEach((language, stemmed) -> {
                text(fields, "stemmed." + language + ".title", stemmed.title());
                text(fields, "stemmed." + language + ".body", stemmed.body());
            });
        }
        article.entities().forEach(entity -> word(fields, ENTITY, entity.id()));
        article.topicIds().forEach(id -> word(fields, TOPIC, id));
        names(fields, ENTITY_NAME, article.entityAliases());
        names(fields, TOPIC_NAME, article.topicAliases());
        word(fields, OUTLET, article.outlet().id());
        if (article.language() != null) {
            word(fields, LANGUAGE, article.language());
        }
        fields.add(new LongPoint(PUBLISHED, article.published().at().toEpochMilli()));
        return fields;
    }

    private static void text(Document fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.add(new TextField(name, text, Field.Store.NO));
        }
    }

    private static void word(Document fields, String name, String value) {
        fields.add(new StringField(name, value, Field.Store.NO));
    }

    /** The names alone, out of pairs of folded name and id. */
    private static void names(Document fields, String field, List<String> aliases) {
        aliases.stream()
                .map(alias -> alias.substring(0, alias.indexOf(Names.SEPARATOR)))
                .distinct()
                .forEach(name -> word(fields, field, name));
    }
}
