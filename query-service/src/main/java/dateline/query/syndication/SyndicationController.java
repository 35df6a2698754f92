package dateline.query.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.search.ArticleItem;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleSearch;
import dateline.query.search.Question;
import dateline.query.search.Sort;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * {@code GET /api/articles/feed}: the parameters of {@code GET /api/articles}; {@code format} (rss, atom, json) and
 * {@code size}. Articles are in the order Dateline saw them in, the last first, so that one that is found late is not
 * missed.
 */
@RestController
class SyndicationController {
    private static final CacheControl POLITE =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePrivate();

    private final ArticleSearch search;
    private final SyndicationSettings settings;

    SyndicationController(ArticleSearch search, SyndicationSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    @GetMapping("/api/articles/feed")
    @Nullable
    ResponseEntity<byte[]> feed(@RequestParam MultiValueMap<String, String> parameters, ServletWebRequest request) {
        Question question = Question.of(parameters, "format", "size");
        FeedFormat format = question.choice("format", FeedFormat.class).orElse(FeedFormat.ATOM);
        ArticleQuery asked = new ArticleQuery(
                question.articles().text(),
                question.articles().filters(),
                Sort.FIRST_SEEN,
                question.number("size", 1, 100, 50),
                null,
                Set.of());
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>(parameters);
        query.remove("format");
        List<ArticleItem> articles = search.search(asked).items();
        ArticleFeed feed = ArticleFeed.of(address(), format, query, articles);
        String text = switch (format) {
            case RSS -> RssFeed.write(feed);
            case ATOM -> AtomFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
        };
        byte[] body = text.getBytes(UTF_8);
        if (request.checkNotModified(tag(body), feed.updated().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType() + ";charset=utf-8")
                .cacheControl(POLITE)
                .body(body);
    }

    private String address() {
        String address = settings.address();
        if (address == null || address.isBlank()) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            // Weak, since the same may be sent compressed.
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
