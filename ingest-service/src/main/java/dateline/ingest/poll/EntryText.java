package dateline.ingest.poll;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** An entry's HTML as plain text, one line per paragraph. */
final class EntryText {
    private static final Set<String> SILENT = Set.of("script", "style", "figcaption", "iframe", "noscript", "form");

    private static final int MOST_PARAGRAPHS = 5_000;

    private EntryText() {}

    /** The text's paragraphs, separated by line feeds. */
    static String paragraphs(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        SILENT.forEach(tag -> body.select(tag).remove());
        StringBuilder out = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.getWholeText().replace('\n', ' '));
                } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                    out.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    out.append('\n');
                }
            }
        });
        List<String> lines = out.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        // No article has so many paragraphs; what made them wanted to see us work.
        int most = Math.min(MOST_PARAGRAPHS, lines.size());
        String rest = String.join(" ", lines.subList(most, lines.size()));
        return String.join("\n", lines.subList(0, most)) + (rest.isEmpty() ? "" : "\n" + rest);
    }
}
