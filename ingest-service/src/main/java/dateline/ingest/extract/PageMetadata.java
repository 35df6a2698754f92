package dateline.ingest.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page says of its article in its head and its JSON-LD, and what the page's own elements say where those do not. */
final class PageMetadata {
    private static final int MAX_TAGS = 30;
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");
    private static final Pattern AFTER_TAG = Pattern.compile("[,;\\s]");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("\\s*[,;،、]\\s*");
    private static final Pattern CARD_LABEL = Pattern.compile(
            "(?i)(?:by|von|par|por|da|door|przez|av|af|författare|author|autore?|auteur|autor/?a?)\\s*:?$");

    private static final Pattern ARTICLE = Pattern.compile("(?i)^the\\s+");
    private static final Pattern NEWSROOM =
            Pattern.compile("(?i)\\s+(?:newsroom|staff|team|desk|editors|redaktion|redacción|rédaction|redactie)$");

    private static final List<String> AUTHOR_NAMES = List.of(
            "dc.creator",
            "dcterms.creator",
            "author",
            "og:article:author",
            "article:author",
            "byl",
            "parsely-author",
            "sailthru.author",
            "citation_author",
            "article:author:name",
            "article:author_name",
            "article_author",
            "authors",
            "rbauthors",
            "cxenseparse:author",
            "mediator_author",
            "creator");

    final MetaTags meta;
    final List<JsonNode> articles;
    final @Nullable String siteName;
    final @Nullable String language;
    final @Nullable String canonicalUrl;

    private final Document page;
    private final PageElements elements;

    PageMetadata(Document page, PageElements elements, @Nullable String url, JsonLd jsonLd) {
        this.page = page;
        this.elements = elements;
        this.meta = new MetaTags(elements);
        this.siteName = siteName();
        this.canonicalUrl = canonicalUrl();
        this.articles = ownFirst(jsonLd.articles(elements), url);
        this.language = language();
    }

    /** The full text as JSON-LD gives it, if it does. */
    @Nullable
    String articleBody() {
        for (JsonNode article : articles) {
            JsonNode body = article.get("articleBody");
            if (body != null && body.isString() && body.asString().length() >= 200) {
                return body.asString();
            }
        }
        return null;
    }

    /**
     * What metadata call the article, the most trusted first. Dublin Core comes before the titles for social networks:
     * it is made for catalogues, those are often reworded for their readers.
     */
    List<String> statedTitles() {
        List<String> titles = new ArrayList<>();
        for (JsonNode article : articles) {
            addText(titles, JsonLd.text(article.get("headline")));
        }
        titles.addAll(meta.all(
                "dc.title",
                "dcterms.title",
                "og:title",
                "twitter:title",
                "parsely-title",
                "sailthru.title",
                "weibo:article:title",
                "citation_title"));
        for (JsonNode article : articles) {
            addText(titles, JsonLd.text(article.get("name")));
        }
        return titles;
    }

    /** The standfirst as metadata give it: schema.org's alternative headline only, since descriptions are for search engines. */
    @Nullable
    String description() {
        return meta.first("og:description", "description", "twitter:description", "dc.description");
    }

    List<String> statedBylines() {
        List<String> names = namesOf("author");
        if (names.isEmpty()) {
            // The creator may be the account that typed the story in.
            names = namesOf("creator").stream().filter(Bylines::looksLikePerson).toList();
        }
        if (!names.isEmpty() && !isOutlet(names)) {
            return names;
        }
        for (String name : AUTHOR_NAMES) {
            List<String> fromMeta = Bylines.names(meta.ofOneKind(name));
            if (!fromMeta.isEmpty() && !isOutlet(fromMeta)) {
                return fromMeta;
            }
            names = names.isEmpty() ? fromMeta : names;
        }
        List<String> fromCard = fromCard();
        return fromCard.isEmpty() ? names : fromCard;
    }

    /** The author in the two labelled lines that cards of a link show, "Written by" and a name. */
    private List<String> fromCard() {
        for (String number : List.of("1", "2")) {
            String label = meta.first("twitter:label" + number);
            String data = meta.first("twitter:data" + number);
            if (label != null && data != null && CARD_LABEL.matcher(label).find()) {
                return Bylines.names(List.of(data)).stream()
                        .filter(Bylines::looksLikePerson)
                        .toList();
            }
        }
        return List.of();
    }

    /** The same names without the outlet's own, unless it is the only one. */
    List<String> withoutSite(List<String> names) {
        List<String> others =
                names.stream().filter(name -> !isOutlet(List.of(name))).toList();
        return others.isEmpty() ? names : others;
    }

    private List<String> namesOf(String property) {
        List<String> raw = new ArrayList<>();
        for (JsonNode article : articles) {
            if (raw.isEmpty()) {
                raw.addAll(JsonLd.texts(article.get(property)));
            }
        }
        return Bylines.names(raw);
    }

    boolean isSiteOnly(List<String> names) {
        String name =
                names.size() == 1 ? Clean.key(ARTICLE.matcher(names.getFirst()).replaceFirst("")) : "";
        String site =
                siteName == null ? "" : Clean.key(ARTICLE.matcher(siteName).replaceFirst(""));
        return !site.isEmpty() && (name.equals(site) || name.length() >= 6 && site.startsWith(name));
    }

    /** Whether it is the outlet, or "Bay Post newsroom": what a page says itself may be more exact. */
    boolean isOutlet(List<String> names) {
        return isSiteOnly(names.stream()
                .map(name -> NEWSROOM.matcher(name).replaceFirst(""))
                .toList());
    }

    @Nullable
    String section() {
        for (JsonNode article : articles) {
            String section = JsonLd.text(article.get("articleSection"));
            if (section != null) {
                return section;
            }
        }
        return meta.first(
                "article:section",
                "og:article:section",
                "section",
                "parsely-section",
                "cxenseparse:category",
                "sailthru.section");
    }

    List<String> tags() {
        Set<String> tags = new LinkedHashSet<>(meta.all("article:tag", "og:article:tag"));
        for (JsonNode article : articles) {
            JsonLd.texts(article.get("keywords")).forEach(words -> split(words, tags));
        }
        for (String words : meta.all("news_keywords", "keywords", "parsely-tags", "sailthru.tags")) {
            if (tags.isEmpty()) {
                split(words, tags);
            }
        }
        return tags.stream().limit(MAX_TAGS).toList();
    }

    private static void split(String words, Set<String> into) {
        for (String word : BETWEEN_TAGS.split(words)) {
            if (!word.isBlank() && word.length() <= 80) {
                into.add(word.strip());
            }
        }
    }

    @Nullable
    String leadImage() {
        for (String image : meta.all(
                "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "thumbnail")) {
            String url = absolute(image);
            if (url != null) {
                return url;
            }
        }
        for (JsonNode article : articles) {
            JsonNode image = article.get("image");
            if (image != null && image.isArray() && !image.isEmpty()) {
                image = image.get(0);
            }
            if (image != null && image.isObject()) {
                image = image.get("url");
            }
            String url = image != null && image.isString() ? absolute(image.asString()) : null;
            if (url != null) {
                return url;
            }
        }
        for (Element link : elements.withTag("link")) {
            if (link.attr("rel").strip().equalsIgnoreCase("image_src")) {
                return absolute(link.attr("href"));
            }
        }
        return null;
    }

    private @Nullable String siteName() {
        String name =
                meta.first("og:site_name", "application-name", "al:android:app_name", "publisher", "dc.publisher");
        return name == null || name.length() > 100 ? null : name;
    }

    /** The publisher's name by JSON-LD, for pages without {@code og:site_name}. */
    @Nullable
    String publisher() {
        for (JsonNode article : articles) {
            String name = JsonLd.text(article.get("publisher"));
            if (name != null && !name.startsWith("http")) {
                return name;
            }
        }
        return null;
    }

    private @Nullable String canonicalUrl() {
        String url = null;
        for (Element link : elements.withTag("link")) {
            if (url == null && link.attr("rel").equalsIgnoreCase("canonical")) {
                url = absolute(link.attr("href"));
            }
        }
        return url != null ? url : absolute(meta.first("og:url"));
    }

    private @Nullable String absolute(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        try {
            String base = page.baseUri();
            URI uri = base.isEmpty() ? new URI(address.strip()) : new URI(base).resolve(address.strip());
            String scheme = uri.getScheme();
            return scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("http") && uri.getHost() != null
                    ? uri.toString()
                    : null;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return address.startsWith("http://") || address.startsWith("https://") ? address.strip() : null;
        }
    }

    private @Nullable String language() {
        String stated = "";
        if (!elements.withTag("html").isEmpty()) {
            Element html = elements.withTag("html").getFirst();
            stated = html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
        }
        if (stated.isBlank()) {
            for (JsonNode article : articles) {
                String inLanguage = JsonLd.text(article.get("inLanguage"));
                stated = inLanguage == null ? "" : inLanguage;
            }
        }
        if (stated.isBlank()) {
            String fromMeta =
                    meta.first("content-language", "language", "og:locale", "dc.language", "dcterms.language");
            stated = fromMeta == null ? "" : fromMeta;
        }
        return tag(stated);
    }

    /** A well-formed BCP 47 tag of what pages write, or null. */
    static @Nullable String tag(String stated) {
        String first = AFTER_TAG.split(stated)[0].replace('_', '-').strip();
        if (!LANGUAGE_TAG.matcher(first).matches()) {
            return null;
        }
        String tag = Locale.forLanguageTag(first).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    /** Pages also describe other stories: the one that is this page's, by URL or headline, comes first and alone. */
    private List<JsonNode> ownFirst(List<JsonNode> all, @Nullable String url) {
        if (all.size() < 2) {
            return all;
        }
        String title = Clean.key(page.title());
        JsonNode best = null;
        int bestScore = 0;
        for (JsonNode article : all) {
            int score = 0;
            for (String property : List.of("url", "mainEntityOfPage", "@id")) {
                for (String stated : JsonLd.texts(article.get(property))) {
                    if (stated.length() > 10 && (stated.equals(url) || stated.equals(canonicalUrl))) {
                        score += 4;
                    }
                }
            }
            String headline = JsonLd.text(article.get("headline"));
            if (headline != null && headline.length() > 5 && title.contains(Clean.key(headline))) {
                score += 3;
            }
            score += article.has("articleBody") ? 1 : 0;
            if (score > bestScore) {
                best = article;
                bestScore = score;
            }
        }
        return best == null ? List.of(all.getFirst()) : List.of(best);
    }

    private static void addText(List<String> into, @Nullable String text) {
        if (text != null && !into.contains(text)) {
            into.add(text);
        }
    }
}
