package dateline.contract;

import java.time.Instant;
import java.util.List;

/**
 * The newest revision of an article, with its history: the value in {@link Topic#RAW}. Whoever holds this holds all
 * that Dateline will ever know of the article without looking into its text.
 *
 * @param id the article
 * @param revision counts from 1, one more for every change of title or body
 * @param firstSeen when ingest first saw the article
 * @param revisedAt when ingest saw this revision
 * @param article the revision itself
 * @param changes what each revision from 2 on changed, oldest first
 */
public record RawArticle(
        String id, int revision, Instant firstSeen, Instant revisedAt, IncomingArticle article, List<Change> changes) {
    public RawArticle {
        if (revision < 1) {
            throw new IllegalArgumentException("revision counts from 1, not " + revision);
        }
        changes = Lists.orEmpty(changes);
    }
}
