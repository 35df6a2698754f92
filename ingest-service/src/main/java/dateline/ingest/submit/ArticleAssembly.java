package dateline.ingest.submit;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.ingest.extract.Extraction;
import dateline.ingest.extract.Hints;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the article out of what the page says and what feed or submitter said of it. The one place that decides who is
 * believed: the page first, then the hint; but a date that someone submitted beats the page's, and of two dates that
 * mean the same day the more exact one is kept.
 */
public final class ArticleAssembly {
    private ArticleAssembly() {}

    /**
     * Assembles an article.
     *
     * @param url the article's URL, which also makes its id
     * @param hints what was known before, the same that the extraction was given
     * @param leadImage picture named by the hint, for pages that name none
     * @param tags categories named by the hint, in addition to the page's
     */
    public static IncomingArticle assemble(
            CanonicalUrl url,
            Outlet outlet,
            Extraction extraction,
            Hints hints,
            @Nullable String leadImage,
            List<String> tags,
            Origin origin) {
        String hintedTitle = hints.title() == null ? "" : hints.title().strip();
        String language = extraction.language() != null ? extraction.language() : hints.language();
        return new IncomingArticle(
                ArticleId.of(url),
                url.value(),
                outlet,
                extraction.title().isBlank() ? hintedTitle : extraction.title(),
                extraction.subtitle(),
                extraction.bylines().isEmpty() ? hints.bylines() : extraction.bylines(),
                published(extraction, hints, origin),
                extraction.modified(),
                language != null ? language : outlet.language(),
                extraction.leadImage() != null ? extraction.leadImage() : leadImage,
                extraction.section(),
                union(extraction.tags(), tags),
                extraction.blocks(),
                extraction.furniture(),
                withNotes(origin, extraction.notes()));
    }

    private static ArticleDate published(Extraction extraction, Hints hints, Origin origin) {
        ArticleDate page = extraction.published();
        ArticleDate hint = hints.published();
        if (hint != null && (page == null || hint.source() == ArticleDate.Source.SUBMITTED || refines(hint, page))) {
            return hint;
        }
        return page != null
                ? page
                : new ArticleDate(origin.seenAt(), ArticleDate.Precision.SECOND, ArticleDate.Source.FIRST_SEEN);
    }

    private static boolean refines(ArticleDate hint, ArticleDate page) {
        return page.precision() == ArticleDate.Precision.DAY
                && hint.precision().compareTo(ArticleDate.Precision.DAY) < 0
                && hint.at()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(page.at().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static Origin withNotes(Origin origin, List<String> more) {
        if (more.isEmpty()) {
            return origin;
        }
        List<String> notes = new ArrayList<>(origin.notes());
        notes.addAll(more);
        return new Origin(
                origin.channel(),
                origin.requestedUrl(),
                origin.feedId(),
                origin.entryId(),
                origin.httpStatus(),
                origin.seenAt(),
                notes);
    }
}
