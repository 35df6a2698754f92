package dateline.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What {@link Topic#INCOMING} carries: something that happened to an article, not yet compared with what is known. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncomingArticle.class, name = "article"),
    @JsonSubTypes.Type(value = Takedown.class, name = "takedown")
})
public sealed interface Incoming permits IncomingArticle, Takedown {
    /** The article's id, see {@link ArticleId}; also the record's key. */
    String id();
}
