package dateline.ingest.submit;

import dateline.contract.Block;
import dateline.contract.ContractJson;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an article below what a record may hold, by whatever door it comes. One too large would never be committed, and
 * with it nothing of its partition. A real article is a hundred times smaller than this.
 */
public final class ArticleSize {
    /** Largest article in bytes of JSON; the reviser adds a history of changes to it. */
    static final int LARGEST = 2_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSize.class);
    /** At worst six bytes each in JSON, which leaves a tenth for the rest. */
    private static final int MOST_CHARACTERS = 300_000;
    /** What a block costs in JSON besides its text. */
    private static final int BLOCK = 40;

    private static final int MOST_OF_A_LIST = 100;
    private static final int MOST_OF_A_VALUE = 1000;

    private ArticleSize() {}

    /** The article as JSON; one that is too large loses its furniture and then its end, and says so in a note. */
    public static byte[] fitted(IncomingArticle article, ContractJson json) {
        byte[] bytes = json.write(article);
        if (bytes.length <= LARGEST) {
            return bytes;
        }
        LOG.warn("{} is an article of {} bytes; its end is cut off", article.url(), bytes.length);
        return json.write(cut(article));
    }

    private static IncomingArticle cut(IncomingArticle article) {
        return new IncomingArticle(
                article.id(),
                article.url(),
                cut(article.outlet()),
                first(article.title()),
                orNull(article.subtitle()),
                few(article.bylines()),
                article.published(),
                article.modified(),
                orNull(article.declaredLanguage()),
                // Half an address leads nowhere.
                article.leadImage() != null && article.leadImage().length() > MOST_OF_A_VALUE * 3
                        ? null
                        : article.leadImage(),
                orNull(article.section()),
                few(article.tags()),
                cut(article.blocks()),
                List.of(),
                cut(article.origin()));
    }

    private static List<Block> cut(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int room = MOST_CHARACTERS;
        for (Block block : blocks) {
            room -= BLOCK;
            if (room <= 0) {
                break;
            }
            String text = first(block.text(), room);
            kept.add(text.length() == block.text().length() ? block : new Block(block.kind(), text));
            room -= text.length();
        }
        return kept;
    }

    private static Outlet cut(Outlet outlet) {
        return new Outlet(
                first(outlet.id()),
                first(outlet.name()),
                orNull(outlet.country()),
                orNull(outlet.language()),
                few(outlet.tags()));
    }

    private static Origin cut(Origin origin) {
        List<String> notes = new ArrayList<>(few(origin.notes()));
        notes.add("larger than " + LARGEST + " bytes: furniture and the end of the text were cut off");
        return new Origin(
                origin.channel(),
                first(origin.requestedUrl(), MOST_OF_A_VALUE * 3),
                origin.feedId(),
                orNull(origin.entryId()),
                origin.httpStatus(),
                origin.seenAt(),
                notes);
    }

    private static List<String> few(List<String> texts) {
        return texts.stream().limit(MOST_OF_A_LIST).map(ArticleSize::first).toList();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : first(text);
    }

    private static String first(String text) {
        return first(text, MOST_OF_A_VALUE);
    }

    /** The beginning, without half of a surrogate pair at its end. */
    private static String first(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
