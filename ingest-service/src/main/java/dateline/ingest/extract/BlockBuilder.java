package dateline.ingest.extract;

import dateline.contract.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes typed blocks of the leaves that are the article: list items of one list, and cells of one row, come together. */
final class BlockBuilder {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "dir");
    private static final Set<String> TABLES = Set.of("table");
    private static final Set<String> ROWS = Set.of("tr");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> ITEMS = Set.of("li", "dd", "dt");

    private final Map<Integer, Block.Kind> known;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable StringBuilder group;
    private @Nullable Node groupNode;
    private @Nullable Node part;

    private BlockBuilder(Map<Integer, Block.Kind> known) {
        this.known = known;
    }

    /** The blocks of the chosen leaves; {@code known} says what some of them are in spite of their markup. */
    static List<Block> build(PageTree tree, Selection selection, Map<Integer, Block.Kind> known) {
        BlockBuilder builder = new BlockBuilder(known);
        for (int i = selection.kept.nextSetBit(0); i >= 0; i = selection.kept.nextSetBit(i + 1)) {
            builder.add(tree.leaves.get(i));
        }
        builder.endGroup();
        return builder.blocks;
    }

    private void add(Leaf leaf) {
        Block.Kind kind = known.getOrDefault(leaf.index, kind(leaf));
        if (kind != Block.Kind.LIST) {
            endGroup();
            blocks.add(new Block(kind, leaf.text));
            return;
        }
        boolean cell = isCell(leaf);
        Node list = leaf.container.closest(cell ? TABLES : LISTS);
        Node item = leaf.container.closest(cell ? ROWS : ITEMS);
        if (group != null && groupNode == list) {
            group.append(part != item ? "\n" : cell ? " | " : " ").append(leaf.text);
        } else {
            endGroup();
            group = new StringBuilder(leaf.text);
            groupNode = list;
        }
        part = item;
    }

    private void endGroup() {
        if (group != null) {
            blocks.add(new Block(Block.Kind.LIST, group.toString()));
        }
        group = null;
        groupNode = null;
        part = null;
    }

    /** A short cell of a table is shown in a row with its neighbours; a long one is a paragraph in a layout. */
    private static boolean isCell(Leaf leaf) {
        return leaf.whole && CELLS.contains(leaf.container.tag) && leaf.length() <= 200 && !leaf.endsSentence();
    }

    private static Block.Kind kind(Leaf leaf) {
        if (isCell(leaf)) {
            return Block.Kind.LIST;
        }
        Node node = leaf.container;
        while (node != null) {
            switch (node.tag) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    return Block.Kind.HEADING;
                }
                case "li", "dd", "dt" -> {
                    return Block.Kind.LIST;
                }
                case "blockquote" -> {
                    return Block.Kind.QUOTE;
                }
                case "figcaption" -> {
                    return Block.Kind.CAPTION;
                }
                default -> {}
            }
            if (node.is(Marks.CAPTION)) {
                return Block.Kind.CAPTION;
            }
            node = node.parent;
        }
        return Block.Kind.PARAGRAPH;
    }
}
