package dateline.ingest.feed;

import dateline.ingest.feed.FeedText.Assume;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of RSS, Atom or CDF. All vocabularies are read in all formats, since feeds mix them freely. */
final class EntryReader {
    private static final int MOST_CATEGORIES = 200;
    private static final int MOST_ENCLOSURES = 100;

    private final FeedContext context;
    private final boolean atom;
    private final boolean stripsDiv;
    private final XmlElement entry;

    private final Ranked<String> id = new Ranked<>();
    private final Ranked<String> link = new Ranked<>();
    private final Ranked<FeedText> title = new Ranked<>();
    private final Ranked<FeedText> summary = new Ranked<>();
    private final Ranked<FeedText> content = new Ranked<>();
    private final Ranked<String> published = new Ranked<>();
    private final Ranked<String> updated = new Ranked<>();
    private final Ranked<String> image = new Ranked<>();
    private final Ranked<String> comments = new Ranked<>();
    private final Ranked<String> language = new Ranked<>();
    private final Ranked<String> source = new Ranked<>();
    private final AuthorReader authors;
    private final Set<String> categories = new LinkedHashSet<>();
    private final List<Enclosure> enclosures = new ArrayList<>();

    private EntryReader(XmlElement entry, FeedFormat format, FeedContext context) {
        this.entry = entry;
        this.context = context;
        this.atom = format == FeedFormat.ATOM_0_3 || format == FeedFormat.ATOM_1_0;
        this.stripsDiv = format == FeedFormat.ATOM_1_0;
        this.authors = new AuthorReader(context);
    }

    /** Reads the entry; the language is that of the whole feed, for entries that state none. */
    static FeedEntry read(XmlElement entry, FeedFormat format, FeedContext context) {
        return new EntryReader(entry, format, context).read();
    }

    private FeedEntry read() {
        id.offer(entry.attribute("rdf:about"), 5);
        link.offer(context.link(entry, entry.attribute("href")), 6);
        updated.offer(entry.attribute("lastmod"), 4);
        for (XmlElement field : entry.elements()) {
            switch (field.vocabulary()) {
                case RSS, ATOM -> core(field);
                case DC -> dublinCore(field);
                case DCTERMS -> dublinCoreTerms(field);
                case CONTENT -> content(field, 0);
                case MEDIA -> media(field);
                case ITUNES -> itunes(field);
                case XHTML -> {
                    if (field.local().equals("body") || field.local().equals("div")) {
                        content(field, 1);
                    }
                }
                case FEEDBURNER -> {
                    if (field.local().equals("origlink")) {
                        link.offer(context.link(field, field.text()), 0);
                    }
                }
                case RDF, SYNDICATION, XML, WFW, SITEMAP, NEWS, SITEMAP_IMAGE, OTHER -> {}
            }
        }
        language.offer(FeedContext.language(entry), 3);
        FeedText heading = title.value();
        FeedText body = content.value();
        return new FeedEntry(
                id.value(),
                link.value(),
                heading == null ? null : heading.value(),
                heading == null ? null : heading.plain(),
                authors.authors(),
                context.date(published.value()),
                context.date(updated.value()),
                summary.value() == null ? null : summary.value().value(),
                body == null ? null : body.value(),
                body != null,
                List.copyOf(categories),
                language.value(),
                enclosures,
                image.value(),
                comments.value(),
                source.value());
    }

    private void core(XmlElement field) {
        int atomInRss = field.vocabulary() == Vocabulary.ATOM && !atom ? 1 : 0;
        switch (field.local()) {
            case "title" -> title.offer(text(field, atom ? Assume.PLAIN : Assume.GUESS), atomInRss);
            case "link" -> link(field);
            case "a" -> link.offer(context.link(field, field.attribute("href")), 7);
            case "guid" -> guid(field);
            case "id" -> id(field);
            case "description" -> description(field);
            case "summary", "abstract" -> summary.offer(text(field, atom ? Assume.PLAIN : Assume.HTML), 1);
            case "content", "fullitem", "body", "content_encoded" -> content(field, 1);
            case "author", "managingeditor" -> authors.read(field, 0);
            case "pubdate", "published", "issued", "created" -> date(field, true);
            case "updated", "modified", "lastmod", "lastbuilddate" -> date(field, false);
            case "date" -> {
                date(field, true);
                date(field, false);
            }
            case "category" -> category(field);
            case "tags", "keywords" -> commaSeparated(field.text());
            case "enclosure" -> enclosure(field, field.attribute("url"));
            case "comments" -> comments.offer(context.link(field, field.text()), 0);
            case "image" -> image.offer(context.link(field, imageUrl(field)), 2);
            case "language" -> language.offer(FeedContext.language(field.text()), 1);
            case "source" -> source.offer(sourceTitle(field), 0);
            default -> {}
        }
    }

    private void dublinCore(XmlElement field) {
        switch (field.local()) {
            case "title" -> title.offer(text(field, Assume.GUESS), 2);
            case "creator", "author" -> authors.read(field, 1);
            case "date" -> {
                updated.offer(field.text(), 2);
                published.offer(field.text(), 3);
            }
            case "description", "abstract" -> summary.offer(text(field, Assume.HTML), 2);
            case "subject" -> category(field);
            case "language" -> language.offer(FeedContext.language(field.text()), 2);
            case "source" -> source.offer(field.text(), 2);
            case "identifier" -> id.offer(field.text(), 4);
            default -> {}
        }
    }

    private void dublinCoreTerms(XmlElement field) {
        switch (field.local()) {
            case "issued", "available" -> published.offer(field.text(), 1);
            case "created" -> published.offer(field.text(), 2);
            case "modified" -> updated.offer(field.text(), 1);
            case "title" -> title.offer(text(field, Assume.GUESS), 3);
            case "creator" -> authors.read(field, 2);
            case "abstract" -> summary.offer(text(field, Assume.HTML), 3);
            default -> {}
        }
    }

    private void media(XmlElement field) {
        String url = context.link(field, field.attribute("url"));
        switch (field.local()) {
            case "title" -> title.offer(text(field, Assume.PLAIN), 4);
            case "description" -> summary.offer(text(field, Assume.GUESS), 4);
            case "thumbnail" -> image.offer(url == null ? context.link(field, field.text()) : url, 1);
            case "category", "keywords" -> commaOrOne(field);
            case "content" -> {
                enclosure(field, field.attribute("url"));
                String type = field.attribute("type");
                String medium = field.attribute("medium");
                if ("image".equals(medium) || type != null && type.startsWith("image/")) {
                    image.offer(url, 0);
                }
                field.elements().stream()
                        .filter(c -> c.vocabulary() == Vocabulary.MEDIA)
                        .forEach(this::media);
            }
            case "group" ->
                field.elements().stream()
                        .filter(c -> c.vocabulary() == Vocabulary.MEDIA)
                        .forEach(this::media);
            default -> {}
        }
    }

    private void itunes(XmlElement field) {
        switch (field.local()) {
            case "title" -> title.offer(text(field, Assume.GUESS), 5);
            case "author" -> authors.read(field, 3);
            case "summary" -> summary.offer(text(field, Assume.GUESS), 5);
            case "subtitle" -> summary.offer(text(field, Assume.GUESS), 6);
            case "image" -> image.offer(context.link(field, imageUrl(field)), 3);
            case "keywords" -> commaSeparated(field.text());
            default -> {}
        }
    }

    /** A link's place among the candidates: FeedBurner's original, then what RSS or Atom call the article's page. */
    private void link(XmlElement field) {
        String href = field.attribute("href");
        String url = context.link(field, href == null ? field.text() : href);
        String stated = field.attribute("rel");
        if (href == null && stated == null) {
            link.offer(url, field.vocabulary() == Vocabulary.ATOM && !atom ? 4 : 1);
            return;
        }
        String rel = stated == null || stated.isEmpty() ? "alternate" : stated;
        rel = rel.startsWith("http://www.iana.org/assignments/relation/")
                ? rel.substring(rel.lastIndexOf('/') + 1)
                : rel;
        String type = field.attribute("type");
        switch (rel) {
            case "alternate" -> {
                boolean page = type == null || type.isEmpty() || type.contains("html");
                link.offer(url, page ? (atom ? 1 : 2) : 5);
            }
            case "enclosure" -> enclosure(field, href == null ? field.text() : href);
            case "replies" -> {
                if (type == null || type.contains("html")) {
                    comments.offer(url, 1);
                }
            }
            default -> {}
        }
    }

    private void guid(XmlElement field) {
        String guid = field.text();
        id.offer(guid, 0);
        String permanent = field.attribute("isPermaLink");
        if (guid != null && !"false".equalsIgnoreCase(permanent) && isReference(guid)) {
            link.offer(context.link(field, guid), 3);
        }
    }

    private void id(XmlElement field) {
        String text = field.text();
        id.offer(text, field.vocabulary() == Vocabulary.ATOM ? 1 : 2);
        if (atom && Links.isWeb(text)) {
            link.offer(text, 9);
        }
    }

    private static boolean isReference(String guid) {
        return Links.isWeb(guid) || guid.startsWith("/") && guid.indexOf(' ') < 0;
    }

    private void description(XmlElement field) {
        FeedText text = text(field, Assume.HTML);
        if (summary.value() != null
                && text != null
                && !atom
                && text.value().length() > summary.value().value().length()) {
            content.offer(text, 3);
        }
        summary.offer(text, 0);
    }

    private void content(XmlElement field, int rank) {
        boolean rss = field.vocabulary() != Vocabulary.ATOM;
        String src = field.attribute("src");
        if (src != null) {
            link.offer(context.link(field, src), 8);
        }
        content.offer(text(field, rss ? Assume.HTML : Assume.PLAIN), rank);
    }

    private void date(XmlElement field, boolean first) {
        (first ? published : updated).replace(field.text(), rankOfDate(field.local()));
    }

    private static int rankOfDate(String local) {
        return local.equals("created") ? 2 : local.equals("date") || local.equals("lastbuilddate") ? 4 : 0;
    }

    private void category(XmlElement field) {
        String label = field.attribute("label");
        String term = field.attribute("term");
        String text = field.text();
        addCategory(text != null ? text : label != null && !label.isEmpty() ? label : term);
    }

    private void commaOrOne(XmlElement field) {
        String label = field.attribute("label");
        if (label != null && !label.isEmpty()) {
            addCategory(label);
        } else if (field.local().equals("keywords")) {
            commaSeparated(field.text());
        } else {
            addCategory(field.text());
        }
    }

    private void commaSeparated(@Nullable String list) {
        if (list != null && list.length() <= 10_000) {
            for (String label : list.split(",")) {
                addCategory(label);
            }
        }
    }

    private void addCategory(@Nullable String label) {
        if (label != null && !label.isBlank() && label.length() <= 500 && categories.size() < MOST_CATEGORIES) {
            categories.add(FeedText.oneLine(label));
        }
    }

    private void enclosure(XmlElement field, @Nullable String url) {
        String absolute = context.link(field, url);
        if (absolute == null || enclosures.size() >= MOST_ENCLOSURES) {
            return;
        }
        String type = field.attribute("type");
        String size = field.attribute("length");
        long length = FeedNumbers.parse(size == null ? field.attribute("fileSize") : size);
        if (enclosures.stream().noneMatch(e -> e.url().equals(absolute))) {
            enclosures.add(new Enclosure(absolute, type, length));
        }
        if (type != null && type.startsWith("image/")) {
            image.offer(absolute, 1);
        }
    }

    static @Nullable String imageUrl(XmlElement field) {
        for (String name : List.of("href", "url", "rdf:resource")) {
            String value = field.attribute(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        for (XmlElement child : field.elements()) {
            if (child.local().equals("url")) {
                return child.text();
            }
        }
        return field.hasElements() ? null : field.text();
    }

    private static @Nullable String sourceTitle(XmlElement field) {
        if (!field.hasElements()) {
            return field.text();
        }
        for (XmlElement child : field.elements()) {
            if (child.local().equals("title")) {
                return child.text();
            }
        }
        return null;
    }

    private @Nullable FeedText text(XmlElement field, Assume assume) {
        return FeedText.of(field, assume, stripsDiv, context);
    }
}
