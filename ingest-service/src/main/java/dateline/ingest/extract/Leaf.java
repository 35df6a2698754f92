package dateline.ingest.extract;

import dateline.contract.Furniture;
import org.jspecify.annotations.Nullable;

/** A run of text with no block boundary in it: the smallest thing that is kept or left out. */
final class Leaf {
    /** Beside the Latin one. */
    private static final String COMMAS = "،﹐︐⹁⸴⸲，、";

    final int index;
    /** The block element it stands in. */
    final Node container;

    final String text;
    /** Characters inside links; those that only jump within the page count a third. */
    final int linkChars;

    final int boldChars;
    /** Characters that are not white space. */
    final int ink;

    final int commas;
    /** Whether it is all that its container holds, so that the container is a paragraph and not a box. */
    boolean whole;

    /** Why it is left out; null while it is part of the article. */
    Furniture.@Nullable Reason left;

    Leaf(int index, Node container, String text, int linkChars, int boldChars) {
        this.index = index;
        this.container = container;
        this.text = text;
        this.linkChars = linkChars;
        this.boldChars = boldChars;
        int inked = 0;
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inked += c > ' ' ? 1 : 0;
            separators += c == ',' || c >= '،' && COMMAS.indexOf(c) >= 0 ? 1 : 0;
        }
        this.ink = Math.max(1, inked);
        this.commas = separators;
    }

    int length() {
        return text.length();
    }

    double linkDensity() {
        return Math.min(1, linkChars / (double) ink);
    }

    /** Whether it ends as sentences do, in any script. */
    boolean endsSentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".!?…。！？؟।։።".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’»)]“」』›".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
