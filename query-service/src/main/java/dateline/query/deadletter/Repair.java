package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.OutletBlock;
import dateline.contract.RawArticle;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of an edited record what may be sent to {@code news.incoming}, whatever topic it was given up in. Pure. */
final class Repair {
    private final ContractJson json = new ContractJson();

    /**
     * The sighting that the edited record amounts to. It counts as seen now, since somebody decided now that the
     * article should be so.
     *
     * @param topic where the record lay, which says what it should be
     * @throws LetterProblem if something is missing or wrong; it names the field
     */
    Incoming of(String topic, byte[] edited, String by, @Nullable String why, Instant now) {
        Incoming incoming = read(topic, edited);
        return switch (incoming) {
            case IncomingArticle article -> seenNow(checked(article), by, why, now);
            case Takedown takedown -> {
                require(ArticleId.isValid(Objects.requireNonNullElse(takedown.id(), "")), "id", "is not an article id");
                require(takedown.reason() != null, "reason", "is missing");
                yield new Takedown(takedown.id(), takedown.reason(), now);
            }
            case OutletBlock _ ->
                throw LetterProblem.invalid("payload", "blocks an outlet: give that order to ingest-service instead");
        };
    }

    private Incoming read(String topic, byte[] edited) {
        try {
            if (topic.equals(Topic.INCOMING.topicName())) {
                return json.read(edited, Incoming.class);
            }
            RawArticle raw = topic.equals(Topic.RAW.topicName())
                    ? json.read(edited, RawArticle.class)
                    : required(json.read(edited, EnrichedArticle.class).raw(), "raw");
            return required(raw.article(), "article");
        } catch (UnreadableRecord e) {
            throw LetterProblem.invalid("payload", "is " + e.getMessage());
        }
    }

    private static IncomingArticle checked(IncomingArticle article) {
        String url = required(article.url(), "url");
        try {
            CanonicalUrl canonical = CanonicalUrl.of(url);
            require(canonical.value().equals(url), "url", "is not canonical; that would be " + canonical.value());
            String id = ArticleId.of(canonical);
            require(id.equals(article.id()), "id", "is not that of the url, which is " + id);
        } catch (IllegalArgumentException e) {
            throw LetterProblem.invalid("url", "can not be used: " + e.getMessage());
        }
        required(article.title(), "title");
        required(required(article.outlet(), "outlet").id(), "outlet.id");
        required(article.outlet().name(), "outlet.name");
        required(required(article.published(), "published").at(), "published.at");
        required(article.published().precision(), "published.precision");
        required(article.published().source(), "published.source");
        required(required(article.origin(), "origin").channel(), "origin.channel");
        required(article.origin().requestedUrl(), "origin.requestedUrl");
        require(!article.blocks().isEmpty(), "blocks", "is empty");
        return article;
    }

    private static IncomingArticle seenNow(IncomingArticle article, String by, @Nullable String why, Instant now) {
        Origin origin = article.origin();
        List<String> notes = new ArrayList<>(origin.notes());
        notes.add("repaired as a dead letter by " + by + (why == null ? "" : ": " + why));
        return new IncomingArticle(
                article.id(),
                article.url(),
                article.outlet(),
                article.title(),
                article.subtitle(),
                article.bylines(),
                article.published(),
                article.modified(),
                article.declaredLanguage(),
                article.leadImage(),
                article.section(),
                article.tags(),
                article.blocks(),
                article.furniture(),
                new Origin(
                        origin.channel(),
                        origin.requestedUrl(),
                        origin.feedId(),
                        origin.entryId(),
                        origin.httpStatus(),
                        now,
                        notes));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw LetterProblem.invalid(field, "is missing");
        }
        return value;
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw LetterProblem.invalid(field, otherwise);
        }
    }

    /** For the key of the record. */
    static byte[] key(Incoming incoming) {
        return incoming.id().getBytes(UTF_8);
    }
}
