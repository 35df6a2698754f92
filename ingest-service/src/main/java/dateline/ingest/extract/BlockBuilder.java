package dateline.ingest.extract;

import dateline.contract.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes typed blocks of the leaves that are the article: list items of one list, and cells of one row, come together. */
final class BlockBuilder {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "dir");
    private static final Set<String> QUOTES = Set.of("blockquote");
    private static final Set<String> FIGURES = Set.of("figcaption");
    private static final Set<String> ROWS = Set.of("tr");
    private static final Set<String> ITEMS = Set.of("li", "dd", "dt");

    private final List<Block> blocks = new ArrayList<>();
    private @Nullable StringBuilder group;
    private @Nullable Node groupNode;
    private @Nullable Node part;

    static List<Block> build(PageTree tree, Selection selection) {
        BlockBuilder builder = new BlockBuilder();
        for (int i = selection.kept.nextSetBit(0); i >= 0; i = selection.kept.nextSetBit(i + 1)) {
            builder.add(tree.leaves.get(i));
        }
        builder.endGroup();
        return builder.blocks;
    }

    private void add(Leaf leaf) {
        Block.Kind kind = kind(leaf);
        if (kind != Block.Kind.LIST) {
            endGroup();
            blocks.add(new Block(kind, leaf.text));
            return;
        }
        Node list = leaf.container.closest(LISTS);
        Node item = leaf.container.closest(ITEMS);
        if (group != null && groupNode == list) {
            group.append(part == item ? ' ' : '\n').append(leaf.text);
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

    private static Block.Kind kind(Leaf leaf) {
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
