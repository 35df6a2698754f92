package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an entry or keeps a feed. At least one of the three is there.
 *
 * @param name as given
 * @param email mail address
 * @param url home page, absolute
 */
public record FeedAuthor(
        @Nullable String name,
        @Nullable String email,
        @Nullable String url) {
    /** Name and mail address as people write them: {@code A. Writer (a@example.org)}. */
    public String display() {
        if (name != null) {
            return email == null ? name : name + " (" + email + ")";
        }
        return email != null ? email : url != null ? url : "";
    }
}
