package dateline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What helps a reader to choose.
 *
 * @param keywords words and phrases that set the article apart, the most telling first
 * @param words how many words title and body have
 * @param seconds how long a practised reader takes
 * @param tone from -1 (all words of evil report) to 1; null where no lexicon serves the language
 */
public record ReadingAids(
        List<String> keywords,
        int words,
        int seconds,
        @Nullable Double tone) {
    public ReadingAids {
        keywords = Lists.orEmpty(keywords);
    }
}
