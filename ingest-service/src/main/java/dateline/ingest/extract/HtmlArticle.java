package dateline.ingest.extract;

import dateline.contract.Block;
import dateline.contract.Furniture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads one web page. */
final class HtmlArticle {
    private static final String OUT_OF_TIME = "time budget exceeded: best answer so far";

    /** A page with less text than this may be a shell that a script fills; in characters without white space. */
    private static final int SHELL = 600;

    /** In how many paragraphs from the top a dateline is looked for. */
    private static final int LOOK_FOR_DATELINE = 3;

    private static final Pattern FRONT_PAGE =
            Pattern.compile("(?:https?:)?//[^/]+/?|/|\\./?|(?:/|\\./)?index\\.(?:html?|php)");

    private static final Pattern HEADLINE_NAME = Pattern.compile(
            "(?i)(?<![a-z])(?:lbl|txt|story|article|news|post|entry)?[-_]?(?:title|headline|heading)(?![a-z])");

    private final HtmlPage page;
    private final Budget budget;
    private final DateFinder dates;
    private final Marks vocabulary;
    private final JsonLd jsonLd;
    private final List<String> notes = new ArrayList<>();
    private final List<Furniture> asides = new ArrayList<>();
    private @Nullable String subtitle;
    private Datelines.@Nullable Opening opening;

    HtmlArticle(HtmlPage page, Budget budget, DateFinder dates, Marks vocabulary, JsonLd jsonLd) {
        this.vocabulary = vocabulary;
        this.jsonLd = jsonLd;
        this.page = page;
        this.budget = budget;
        this.dates = dates;
    }

    Extraction read() {
        Document document = Jsoup.parse(page.html(), page.url() == null ? "" : page.url());
        PageElements elements = new PageElements(document, vocabulary);
        PageMetadata metadata = new PageMetadata(document, elements, page.url(), jsonLd);
        PageTree tree = PageTree.of(elements, budget);
        String siteName = metadata.siteName == null ? metadata.publisher() : metadata.siteName;
        String title = title(metadata, document, elements, tree, siteName);
        Selection body = new BodyFinder(tree, Headline.find(tree, title), budget).find();
        List<String> bylines = bylines(metadata, elements, tree, body);
        PageState.Story state = body.inkOf(tree) < SHELL ? PageState.find(elements, title, jsonLd.mapper) : null;
        if (state != null && bylines.isEmpty()) {
            bylines = state.authors();
        }
        List<Block> blocks = opened(blocks(metadata, state, tree, body, title, bylines), metadata.language);
        PageDates when = new PageDates(dates, page.hints(), metadata.language);
        String url = page.url() == null ? metadata.canonicalUrl : page.url();
        when.read(metadata.articles, metadata.meta, elements, tree, body, url, opening == null ? null : opening.date());
        if (state != null && state.published() != null) {
            when.ofState(state.published());
        }
        if (tree.cut || budget.spent()) {
            notes.add(OUT_OF_TIME);
        }
        StatedDate published = when.published();
        StatedDate modified = when.modified();
        return new Extraction(
                title,
                subtitle,
                bylines,
                siteName,
                published == null ? page.hints().published() : published.date(),
                published == null ? null : published.offset(),
                modified == null ? null : modified.date(),
                metadata.language == null ? page.hints().language() : metadata.language,
                metadata.canonicalUrl,
                metadata.leadImage(),
                metadata.section(),
                metadata.tags(),
                opening == null ? null : opening.dateline(),
                blocks,
                furniture(tree, body),
                notes);
    }

    /** The blocks with the wire dateline, if one of the first opens with it, as a block of its own. */
    private List<Block> opened(List<Block> blocks, @Nullable String language) {
        List<Block> opened = new ArrayList<>(blocks);
        Datelines datelines = new Datelines(dates);
        for (int i = 0, paragraphs = 0; i < opened.size() && paragraphs < LOOK_FOR_DATELINE; i++) {
            Block block = opened.get(i);
            if (block.kind() != Block.Kind.PARAGRAPH) {
                continue;
            }
            paragraphs++;
            opening = datelines.at(block.text(), language, page.hints().seenAt());
            if (opening != null) {
                String rest = block.text().substring(opening.end()).strip();
                String line = block.text().substring(0, opening.end()).strip();
                opened.set(i, new Block(Block.Kind.DATELINE, line));
                if (!rest.isEmpty()) {
                    opened.add(i + 1, new Block(Block.Kind.PARAGRAPH, rest));
                }
                break;
            }
        }
        return opened;
    }

    private List<Block> blocks(
            PageMetadata metadata,
            PageState.@Nullable Story state,
            PageTree tree,
            Selection body,
            String title,
            List<String> bylines) {
        String stated = metadata.articleBody();
        String source = "JSON-LD articleBody";
        if (stated == null && state != null) {
            stated = state.body();
            source = "script state";
        }
        if (stated != null && !budget.spent()) {
            StatedBody evidence = new StatedBody(stated);
            evidence.refine(tree, body);
            List<String> paragraphs = evidence.insteadOf(tree, body);
            if (!paragraphs.isEmpty()) {
                body.kept.clear();
                notes.add("the text is the page's " + source + ": its elements show less than half of it");
                return paragraphs.stream()
                        .map(paragraph -> new Block(Block.Kind.PARAGRAPH, paragraph))
                        .toList();
            }
        }
        subtitle = new Standfirst(tree, body, title, metadata.description()).join();
        BodyLines lines = new BodyLines(tree, body, dates, title, bylines, page.hints());
        lines.judge();
        return BlockBuilder.build(tree, body, lines.kinds).stream()
                .map(block -> block.kind() == Block.Kind.PARAGRAPH
                        ? new Block(block.kind(), Asides.cut(block.text(), asides))
                        : block)
                .filter(block -> !block.text().isEmpty())
                .toList();
    }

    private String title(
            PageMetadata metadata, Document document, PageElements elements, PageTree tree, @Nullable String siteName) {
        List<String> headings = new ArrayList<>();
        for (String tag : List.of("h1", "h2", "h3", "h4")) {
            for (Element heading : elements.withTag(tag)) {
                if (headings.size() >= 40) {
                    break;
                }
                String text = Clean.shortText(heading, 300);
                if (!text.isEmpty() && !linksHome(heading)) {
                    headings.add(text);
                }
            }
        }
        List<Element> firstLevel = elements.withTag("h1");
        String only = firstLevel.size() == 1 && !linksHome(firstLevel.getFirst())
                ? Clean.shortText(firstLevel.getFirst(), 300)
                : null;
        if (headings.isEmpty()) {
            headings.addAll(namedHeadlines(elements));
        }
        for (Leaf leaf : tree.leaves.subList(0, Math.min(200, tree.leaves.size()))) {
            if (leaf.boldChars * 10 >= leaf.ink * 9 && leaf.length() >= 15 && leaf.length() <= 200) {
                headings.add(leaf.text);
            }
        }
        if (only == null
                && elements.withTag("h1").isEmpty()
                && elements.withTag("h2").isEmpty()) {
            List<String> named = namedHeadlines(elements);
            only = named.size() == 1 ? named.getFirst() : null;
        }
        String title = Titles.choose(metadata.statedTitles(), Clean.line(document.title()), headings, only, siteName);
        return title.isEmpty() && page.hints().title() != null ? page.hints().title() : title;
    }

    /** Whether a heading is a link to the outlet's front page, as mastheads are. */
    private static boolean linksHome(Element heading) {
        Element link = TreeWalk.firstLink(heading);
        if (link == null || !Clean.shortText(link, 300).equals(Clean.shortText(heading, 300))) {
            return false;
        }
        return FRONT_PAGE.matcher(link.attr("href").strip()).matches();
    }

    /** What pages without headings call their title or headline by class name or id. */
    private static List<String> namedHeadlines(PageElements elements) {
        List<String> named = new ArrayList<>();
        for (PageElements.Entry entry : elements.attributed) {
            Element element = entry.element;
            String names = element.className() + ' ' + element.id();
            if (names.length() > 5 && HEADLINE_NAME.matcher(names).find()) {
                String text = Clean.shortText(element, 200);
                if (text.length() >= 20 && !named.contains(text)) {
                    named.add(text);
                }
            }
        }
        return named;
    }

    private List<String> bylines(PageMetadata metadata, PageElements elements, PageTree tree, Selection body) {
        List<String> stated = metadata.statedBylines();
        if (!stated.isEmpty() && !metadata.isOutlet(stated) && !Bylines.looksLikeAccount(stated)) {
            return metadata.withoutSite(stated);
        }
        List<String> found = new PageBylines(tree, body).find(elements, dates, page.hints(), metadata::isSiteOnly);
        // An account's name is who typed it in: only a person's own says more.
        boolean better = stated.isEmpty()
                || !Bylines.looksLikeAccount(stated)
                || found.stream().allMatch(Bylines::looksLikePerson);
        return !found.isEmpty() && better
                ? metadata.withoutSite(found)
                : !stated.isEmpty() ? stated : page.hints().bylines();
    }

    private List<Furniture> furniture(PageTree tree, Selection body) {
        List<Furniture> furniture = new ArrayList<>(asides);
        for (Leaf leaf : tree.leaves) {
            if (!body.kept.get(leaf.index)) {
                Furniture.Reason reason = body.reasons[leaf.index];
                furniture.add(new Furniture(reason == null ? Furniture.Reason.OTHER : reason, leaf.text));
            }
        }
        return furniture;
    }
}
