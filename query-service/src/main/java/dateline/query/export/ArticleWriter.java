package dateline.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes articles one after the other. What was not ended is no whole export: JSON, for one, lacks its bracket. */
abstract sealed class ArticleWriter {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final OutputStream out;
    private long written;

    private ArticleWriter(OutputStream out) {
        this.out = out;
    }

    /** The writer for a request. */
    static ArticleWriter of(ExportRequest request, OutputStream out) {
        return switch (request.format()) {
            case JSON -> new Array(out);
            case NDJSON -> new Lines(out);
            case CSV -> new Table(request.fields(), new Csv(request.formulas()), request.bom(), out);
        };
    }

    /** What stands before the first article. */
    abstract void begin() throws IOException;

    /** Writes an article. */
    abstract void write(JsonNode article) throws IOException;

    /** What stands behind the last article. */
    abstract void end() throws IOException;

    /** How many bytes were written. */
    long written() {
        return written;
    }

    /** Sends what was written on its way. */
    void flush() throws IOException {
        out.flush();
    }

    final void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    final void put(String text) throws IOException {
        put(text.getBytes(UTF_8));
    }

    private static final class Array extends ArticleWriter {
        private boolean first = true;

        private Array(OutputStream out) {
            super(out);
        }

        @Override
        void begin() throws IOException {
            put("[");
        }

        @Override
        void write(JsonNode article) throws IOException {
            put(first ? "\n" : ",\n");
            first = false;
            put(MAPPER.writeValueAsBytes(article));
        }

        @Override
        void end() throws IOException {
            put("\n]\n");
        }
    }

    private static final class Lines extends ArticleWriter {
        private Lines(OutputStream out) {
            super(out);
        }

        @Override
        void begin() {
            // Nothing stands before the first line.
        }

        @Override
        void write(JsonNode article) throws IOException {
            put(MAPPER.writeValueAsBytes(article));
            put("\n");
        }

        @Override
        void end() {
            // Nothing stands behind the last line.
        }
    }

    private static final class Table extends ArticleWriter {
        private final Set<ExportField> fields;
        private final Csv csv;
        private final boolean bom;

        private Table(Set<ExportField> fields, Csv csv, boolean bom, OutputStream out) {
            super(out);
            this.fields = fields;
            this.csv = csv;
            this.bom = bom;
        }

        @Override
        void begin() throws IOException {
            if (bom) {
                put("\uFEFF");
            }
            put(csv.line(ExportField.headings(fields)));
        }

        @Override
        void write(JsonNode article) throws IOException {
            put(csv.line(ExportField.cells(fields, article)));
        }

        @Override
        void end() {
            // Nothing stands behind the last line.
        }
    }
}
