package dateline.query.export;

import jakarta.servlet.ServletException;

/**
 * An export could not be ended. It leaves the servlet, so that the container cuts the connection, by which the reader sees
 * that something is missing. It has no cause, lest it be taken for an error that can still be answered.
 */
final class ExportBroken extends ServletException {
    private static final long serialVersionUID = 1L;

    ExportBroken(String message) {
        super(message);
    }
}
