package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Headers;
import dateline.contract.RecordPlace;
import dateline.contract.UnreadableRecord;
import java.time.Instant;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a record of {@code news.enriched} and says what it asks of the index. Never throws. */
final class RecordReader {
    private final ContractJson json = new ContractJson();

    Write read(ConsumerRecord<byte[], byte[]> consumed) {
        try {
            return consumed.value() == null ? deletion(consumed) : put(consumed);
        } catch (UnreadableRecord e) {
            return new Write.SetAside(consumed, "unreadable", e);
        } catch (Unindexable e) {
            return new Write.SetAside(consumed, e.reason(), e);
        } catch (RuntimeException e) {
            // Reading depends on nothing but the record, so what failed once fails always.
            return new Write.SetAside(consumed, "unindexable", e);
        }
    }

    private Write put(ConsumerRecord<byte[], byte[]> consumed) {
        OptionalInt schema = number(consumed, Headers.SCHEMA);
        if (schema.isPresent() && schema.getAsInt() > ContractJson.SCHEMA_VERSION) {
            throw new Unindexable(
                    Unindexable.NEWER_SCHEMA,
                    "schema version " + schema.getAsInt() + " is newer than " + ContractJson.SCHEMA_VERSION);
        }
        String id = id(consumed);
        EnrichedArticle enriched = json.read(consumed.value(), EnrichedArticle.class);
        ArticleDocuments.requireWhole(enriched);
        if (!enriched.raw().id().equals(id)) {
            throw new Unindexable(
                    "wrong-key",
                    "the key is " + id + ", the article " + enriched.raw().id());
        }
        long version = ArticleVersion.of(enriched.raw().revision(), enriched.enrichedAt());
        RecordPlace source = new RecordPlace(consumed.topic(), consumed.partition(), consumed.offset());
        ArticleDocument document = ArticleDocuments.of(enriched, source);
        return new Write.Put(
                consumed,
                id,
                version,
                document,
                json.write(document),
                enriched.raw().revisedAt(),
                enriched.enrichedAt(),
                publishedAt(enriched));
    }

    /** Of a later revision it would say how old the article is, of a date without a time how late in the day it is. */
    private static @Nullable Instant publishedAt(EnrichedArticle enriched) {
        ArticleDate published = enriched.raw().article().published();
        boolean exact = published.precision() == ArticleDate.Precision.SECOND
                || published.precision() == ArticleDate.Precision.MINUTE;
        boolean said = published.source() != ArticleDate.Source.FIRST_SEEN;
        return enriched.raw().revision() == 1 && exact && said ? published.at() : null;
    }

    private static Write deletion(ConsumerRecord<byte[], byte[]> consumed) {
        OptionalInt revision = number(consumed, Headers.REVISION);
        boolean known =
                revision.isPresent() && revision.getAsInt() >= 1 && revision.getAsInt() <= ArticleVersion.MAX_REVISION;
        // A takedown must not fail for a bad header. It is final, so without one it stands above every revision: an
        // index
        // that two readers of the log fill at once must not get an older one back from the slower of them.
        int removed = known ? revision.getAsInt() : ArticleVersion.MAX_REVISION;
        return new Write.Delete(consumed, id(consumed), ArticleVersion.ofDeletion(removed));
    }

    private static String id(ConsumerRecord<byte[], byte[]> consumed) {
        String id = consumed.key() == null ? "" : new String(consumed.key(), UTF_8);
        if (!ArticleId.isValid(id)) {
            throw new Unindexable("wrong-key", "the key is not an article id");
        }
        return id;
    }

    private static OptionalInt number(ConsumerRecord<byte[], byte[]> consumed, String name) {
        Header header = consumed.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(new String(header.value(), UTF_8)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
