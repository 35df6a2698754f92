package dateline.ingest.submit;

import dateline.contract.ArticleDate;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.ingest.date.DateParser;
import dateline.ingest.extract.Extraction;
import dateline.ingest.extract.Hints;
import dateline.ingest.extract.HtmlPage;
import dateline.ingest.extract.OutletReader;
import dateline.ingest.extract.TextPage;
import dateline.ingest.fetch.Site;
import dateline.ingest.problem.InvalidField;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the article out of what was submitted, with the same care that a fetched page gets. */
@Component
class SubmissionReader {
    /** Longest part of a text or page that is read, in characters; of a longer one, the beginning. */
    static final int LONGEST = 2_000_000;

    private final OutletReader pages;
    private final DateParser dates = new DateParser();
    private final InstantSource clock;

    SubmissionReader(OutletReader pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Reads a submission.
     *
     * @throws InvalidField if something is missing or wrong; it names the field
     */
    IncomingArticle read(Submission submission) {
        CanonicalUrl url = url(submission.url());
        String whole = content(submission);
        String content = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        Hints hints = new Hints(
                submission.title(),
                published(submission.published()),
                language("language", submission.language()),
                orEmpty(submission.bylines()),
                clock.instant(),
                Set.of());
        String outletId = outletId(submission, url);
        Extraction extraction = submission.html() == null
                ? pages.read(outletId, new TextPage(content, url.value(), hints))
                        .orWhole(content)
                : pages.read(outletId, new HtmlPage(content, url.value(), hints));
        if (extraction.text().isBlank()) {
            throw new InvalidField("html", "holds nothing that looks like an article");
        }
        Origin origin = new Origin(
                Origin.Channel.SUBMITTED,
                String.valueOf(submission.url()),
                null,
                null,
                null,
                hints.seenAt(),
                whole.length() <= LONGEST
                        ? List.of()
                        : List.of("longer than " + LONGEST + " characters: the rest was not read"));
        IncomingArticle article = ArticleAssembly.assemble(
                url,
                outlet(submission, extraction, outletId),
                extraction,
                hints,
                null,
                orEmpty(submission.tags()),
                origin);
        return submitterKnowsBetter(article, submission);
    }

    /** What a submitter states of an article is meant, so it beats what a machine read out of the text. */
    private static IncomingArticle submitterKnowsBetter(IncomingArticle article, Submission submission) {
        List<String> bylines = orEmpty(submission.bylines());
        return new IncomingArticle(
                article.id(),
                article.url(),
                article.outlet(),
                or(submission.title(), article.title()),
                article.subtitle(),
                bylines.isEmpty() ? article.bylines() : bylines,
                article.published(),
                article.modified(),
                given(submission.language()) == null ? article.declaredLanguage() : submission.language(),
                article.leadImage(),
                given(submission.section()) == null ? article.section() : submission.section(),
                article.tags(),
                article.blocks(),
                article.furniture(),
                article.origin());
    }

    private static CanonicalUrl url(@Nullable String submitted) {
        String url = given(submitted);
        if (url == null) {
            throw new InvalidField("url", "is missing");
        }
        try {
            return CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", "can not be used: " + e.getMessage());
        }
    }

    private static String content(Submission submission) {
        String html = given(submission.html());
        String text = given(submission.text());
        if (html != null && text != null) {
            throw new InvalidField("text", "and html are both given; one is wanted");
        }
        String content = html != null ? html : text;
        if (content == null) {
            throw new InvalidField("text", "or html is missing");
        }
        return content;
    }

    private @Nullable ArticleDate published(@Nullable String submitted) {
        String published = given(submitted);
        if (published == null) {
            return null;
        }
        return dates.parse(published)
                .map(date -> new ArticleDate(date.at(), date.precision(), ArticleDate.Source.SUBMITTED))
                .orElseThrow(() -> new InvalidField("published", "is not a date that can be understood"));
    }

    private static String outletId(Submission submission, CanonicalUrl url) {
        Submission.SubmittedOutlet given = submission.outlet();
        return or(given == null ? null : given.id(), Site.ofHost(url.host()));
    }

    private static Outlet outlet(Submission submission, Extraction extraction, String id) {
        Submission.SubmittedOutlet given = submission.outlet();
        if (given == null) {
            return new Outlet(id, or(extraction.siteName(), id), null, null, List.of());
        }
        return new Outlet(
                id,
                or(given.name(), id),
                country(given.country()),
                language("outlet.language", given.language()),
                orEmpty(given.tags()));
    }

    private static @Nullable String country(@Nullable String submitted) {
        String country = given(submitted);
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new InvalidField("outlet.country", "is not an ISO 3166 alpha-2 code");
        }
        return code;
    }

    private static @Nullable String language(String field, @Nullable String submitted) {
        String tag = given(submitted);
        if (tag != null && Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
            throw new InvalidField(field, "is not a BCP 47 language tag");
        }
        return tag;
    }

    /** The value without blanks around it; null if nothing is left. */
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String or(@Nullable String value, String otherwise) {
        String given = given(value);
        return given == null ? otherwise : given;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
