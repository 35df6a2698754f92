package dateline.query.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.neighbour.Answer;
import dateline.query.neighbour.Neighbours;
import java.net.URLEncoder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks ingest-service, which knows the feeds. */
@Component
class FeedKnowledge {
    private final Neighbours neighbours;

    FeedKnowledge(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** What the feeds know of a page. */
    Answer ofPage(String url) {
        return neighbours.ingest().get("/api/feeds/trace?url=" + URLEncoder.encode(url, UTF_8));
    }

    /** The title and address of a feed; empty if that is not known now. */
    Optional<String> nameOf(String feedId) {
        if (neighbours.ingest().get("/api/feeds/" + URLEncoder.encode(feedId, UTF_8)) instanceof Answer.Done done) {
            String title = done.json().path("title").asString("");
            String url = done.json().path("url").asString("");
            return Optional.of(title.equals(url) ? url : title + " <" + url + ">");
        }
        return Optional.empty();
    }
}
