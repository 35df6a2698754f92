package dateline.query.alert;

import dateline.contract.Signature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a saved search has found something: a value in {@link dateline.contract.Topic#MATCHES}. Either an article or a
 * volume.
 *
 * @param search the saved search; also the record's key
 * @param at when it was found
 * @param signature the article's print, by which reprints are told
 */
public record Match(
        String search,
        Instant at,
        Alert.@Nullable Article article,
        @Nullable Signature signature,
        Alert.@Nullable Volume volume) {

    /** What it is about within the search: the same for the same article, or the same span. */
    String subject() {
        if (article != null) {
            return article.id();
        }
        return volume == null ? "nothing" : volume.span() + "-" + volume.from().getEpochSecond();
    }

    /** The alert that it is, if it is told. */
    Alert alert(String searchName) {
        return new Alert(search + "." + subject(), search, searchName, at, article, volume);
    }
}
