package dateline.ingest.poll;

import dateline.contract.CanonicalUrl;
import dateline.ingest.problem.InvalidField;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/feeds/preview}: what a feed would bring. Takes JSON only, since it makes requests to other hosts. */
@RestController
class PreviewController {
    private final PreviewMaker previews;

    PreviewController(PreviewMaker previews) {
        this.previews = previews;
    }

    /** The address of a feed, or of a site. */
    record Request(@Nullable String url) {}

    @PostMapping(path = "/api/feeds/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeedPreview preview(@RequestBody Request request) {
        if (request.url() == null || request.url().isBlank()) {
            throw new InvalidField("url", "is missing");
        }
        String url = request.url().strip();
        try {
            CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", String.valueOf(e.getMessage()));
        }
        return previews.of(url);
    }
}
