package dateline.ingest.poll;

import dateline.contract.Block;
import dateline.contract.ContractJson;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an article below what a record may hold. One too large would never be committed, and with it nothing of its
 * partition. A real article is a hundred times smaller than this.
 */
final class ArticleSize {
    /** Largest article in bytes of JSON; the reviser adds a history of changes to it. */
    static final int LARGEST = 2_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSize.class);
    private static final int MOST_CHARACTERS = 400_000;

    private ArticleSize() {}

    /** The article as JSON; one that is too large loses its furniture and then its end, and says so in a note. */
    static byte[] fitted(IncomingArticle article, ContractJson json) {
        byte[] bytes = json.write(article);
        if (bytes.length <= LARGEST) {
            return bytes;
        }
        LOG.warn("{} is an article of {} bytes; its end is cut off", article.url(), bytes.length);
        return json.write(cut(article));
    }

    private static IncomingArticle cut(IncomingArticle article) {
        List<Block> kept = new ArrayList<>();
        int characters = 0;
        for (Block block : article.blocks()) {
            int room = MOST_CHARACTERS - characters;
            if (room <= 0) {
                break;
            }
            String text = block.text();
            kept.add(text.length() <= room ? block : new Block(block.kind(), text.substring(0, room)));
            characters += text.length();
        }
        List<String> notes = new ArrayList<>(article.origin().notes());
        notes.add("larger than " + LARGEST + " bytes: furniture and the end of the text were cut off");
        Origin origin = article.origin();
        return new IncomingArticle(
                article.id(),
                article.url(),
                article.outlet(),
                first(article.title()),
                article.subtitle() == null ? null : first(article.subtitle()),
                few(article.bylines()),
                article.published(),
                article.modified(),
                article.declaredLanguage(),
                article.leadImage(),
                article.section(),
                few(article.tags()),
                kept,
                List.of(),
                new Origin(
                        origin.channel(),
                        origin.requestedUrl(),
                        origin.feedId(),
                        origin.entryId(),
                        origin.httpStatus(),
                        origin.seenAt(),
                        notes));
    }

    private static List<String> few(List<String> texts) {
        return texts.stream().limit(100).map(ArticleSize::first).toList();
    }

    private static String first(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000);
    }
}
