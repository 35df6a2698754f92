package dateline.query.saved;

import dateline.query.search.ResolvedNames;
import java.time.Instant;
import java.util.List;

/**
 * A search that is looked out for: a value in {@link dateline.contract.Topic#SEARCHES}.
 *
 * @param id its id, which is also the record's key
 * @param name what people call it
 * @param owner whose it is, as they called themselves
 * @param query the parameters of {@code GET /api/articles} that say which articles, URL-encoded
 * @param names what the names in the query stood for when it was saved
 * @param oncePerStory whether reprints of what was told are passed over
 * @param volume whether to tell when there are far more or far fewer articles than usual
 * @param channels where alerts are pushed to
 * @param secret what webhooks are signed with: {@code whsec_} and 32 bytes in Base64
 * @param version counts its changes, from 1
 * @param createdAt when it was saved first; earlier articles are not told
 * @param changedAt when it was last changed
 */
public record SavedSearch(
        String id,
        String name,
        String owner,
        String query,
        ResolvedNames names,
        boolean oncePerStory,
        boolean volume,
        List<Channel> channels,
        String secret,
        long version,
        Instant createdAt,
        Instant changedAt) {
    public SavedSearch {
        names = names == null || names.ids() == null ? ResolvedNames.NONE : names;
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
