package dateline.enrich.knowledge;

/** A data file says something that cannot be so; the message names the file and the line. */
public class InvalidKnowledgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidKnowledgeException(String message) {
        super(message);
    }

    InvalidKnowledgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
