package dateline.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What {@link Topic#INCOMING} carries: something that happened to an article or an outlet, not yet compared with what is known. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncomingArticle.class, name = "article"),
    @JsonSubTypes.Type(value = Takedown.class, name = "takedown"),
    @JsonSubTypes.Type(value = OutletBlock.class, name = "outlet-block")
})
public sealed interface Incoming permits IncomingArticle, Takedown, OutletBlock {
    /** The article's id, see {@link ArticleId}, or the outlet's, see {@link OutletBlock#id}; also the record's key. */
    String id();
}
