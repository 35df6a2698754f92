package dateline.query.export;

/** What an export looks like. */
enum ExportFormat {
    /** One array of objects. */
    JSON("application/json", "json"),
    /** An object on each line. */
    NDJSON("application/x-ndjson", "ndjson"),
    /** RFC 4180, with a first line that names the columns. */
    CSV("text/csv;charset=utf-8;header=present", "csv");

    private final String contentType;
    private final String ending;

    ExportFormat(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    String contentType() {
        return contentType;
    }

    /** How a file of it is called in the end. */
    String ending() {
        return ending;
    }
}
