package dateline.ingest.poll;

import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.ingest.extract.Extraction;
import dateline.ingest.extract.Hints;
import dateline.ingest.extract.HtmlPage;
import dateline.ingest.extract.OutletReader;
import dateline.ingest.extract.TextPage;
import dateline.ingest.fetch.Site;
import dateline.ingest.submit.ArticleAssembly;
import dateline.ingest.subscribe.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes articles of entries, with their page or without. */
final class EntryArticles {
    private final OutletReader reader;

    EntryArticles(OutletReader reader) {
        this.reader = reader;
    }

    /**
     * The article as the feed itself has it; null if the entry has no address, which an article can not be without.
     *
     * @param notes why its page was not used, if it was not
     */
    @Nullable
    IncomingArticle ofFeed(
            Subscription feed, Entry entry, Instant seenAt, @Nullable Integer httpStatus, List<String> notes) {
        CanonicalUrl url = address(entry.link().isEmpty() ? entry.guid() : entry.link());
        if (url == null) {
            return null;
        }
        Hints hints = hints(entry, seenAt);
        String text = EntryText.paragraphs(entry.html());
        Extraction extraction = reader.read(feed.outlet().id(), new TextPage(text, url.value(), hints))
                .orWhole(text);
        Origin origin = origin(feed, entry, seenAt, httpStatus, notes);
        return ArticleAssembly.assemble(
                url, feed.outlet(), extraction, hints, entry.image(), entry.categories(), origin);
    }

    /** The article as its page has it; null if there is none on the page. */
    @Nullable
    IncomingArticle ofPage(
            Subscription feed, Entry entry, String pageUrl, int httpStatus, String html, Instant seenAt) {
        Hints hints = hints(entry, seenAt);
        Extraction extraction = reader.read(feed.outlet().id(), new HtmlPage(html, pageUrl, hints));
        CanonicalUrl url = pageAddress(pageUrl, extraction.canonicalUrl());
        if (url == null || extraction.text().isBlank()) {
            return null;
        }
        Origin origin = origin(feed, entry, seenAt, httpStatus, List.of());
        return ArticleAssembly.assemble(
                url, feed.outlet(), extraction, hints, entry.image(), entry.categories(), origin);
    }

    /**
     * Where the article lives: what the page itself states, but only within its own site and not its front page, since
     * templates often state that everywhere.
     */
    private static @Nullable CanonicalUrl pageAddress(String fetched, @Nullable String stated) {
        CanonicalUrl page = address(fetched);
        CanonicalUrl own = stated == null ? null : address(stated);
        if (page == null || own == null) {
            return page;
        }
        boolean sameSite = Site.ofHost(own.host()).equals(Site.ofHost(page.host()));
        return sameSite && !"/".equals(URI.create(own.value()).getPath()) ? own : page;
    }

    private static Hints hints(Entry entry, Instant seenAt) {
        return new Hints(
                entry.title().isEmpty() ? null : entry.title(),
                entry.published(),
                entry.language(),
                entry.authors(),
                seenAt,
                Set.of());
    }

    private static Origin origin(
            Subscription feed, Entry entry, Instant seenAt, @Nullable Integer httpStatus, List<String> notes) {
        return new Origin(
                Origin.Channel.FEED,
                entry.link().isEmpty() ? entry.guid() : entry.link(),
                feed.id(),
                entry.guid().isEmpty() ? null : entry.guid(),
                httpStatus,
                seenAt,
                notes);
    }

    private static @Nullable CanonicalUrl address(String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
