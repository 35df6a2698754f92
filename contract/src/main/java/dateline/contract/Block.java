package dateline.contract;

/**
 * A piece of an article as a reader would name it.
 *
 * @param kind what it is
 * @param text its plain text without markup; list items are separated by a line feed
 */
public record Block(Kind kind, String text) {
    /** What a block is to a reader. */
    public enum Kind {
        PARAGRAPH(true),
        HEADING(true),
        QUOTE(true),
        LIST(true),
        /** Place, date and agency that open a wire story, such as "BAKU, 21 April, AZERTAC". */
        DATELINE(true),
        /** A correction, an update line, "this story has been changed". */
        EDITORS_NOTE(false),
        CAPTION(false);

        private final boolean body;

        Kind(boolean body) {
            this.body = body;
        }

        /** Whether blocks of this kind are part of the body that is searched and tagged. */
        public boolean isBody() {
            return body;
        }
    }
}
