package dateline.enrich.tagger;

import dateline.contract.EntityType;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text with the names in it, by offsets. */
public record LabelledText(String source, String text, List<Span> spans) {
    public record Span(int start, int end, EntityType type) {}

    private static final String NO_SPACE_BEFORE = ".,;:!?)]}%’”'";

    /** A text and the spans beside it, a line {@code start end TYPE} each. */
    static LabelledText read(Path text) throws IOException {
        Path labels = text.resolveSibling(text.getFileName().toString().replace(".txt", ".ann"));
        List<Span> spans = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            String[] parts = line.split(" ");
            spans.add(new Span(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), EntityType.valueOf(parts[2])));
        }
        return new LabelledText(text.getFileName().toString(), Files.readString(text), spans);
    }

    /**
     * Documents of a file with a token a line, label in some column, an empty line between sentences. The text is made
     * from the tokens the way it was probably written.
     *
     * @param column of the label; negative counts from the line's end
     * @param sentencesPerDocument where the file does not part its documents
     */
    public static List<LabelledText> readColumns(Path file, int column, int sentencesPerDocument) throws IOException {
        List<LabelledText> documents = new ArrayList<>();
        Builder builder = new Builder(file.getFileName().toString());
        int sentences = 0;
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("-DOCSTART-")) {
                builder.endSentence();
                sentences++;
                if (line.startsWith("-DOCSTART-") || sentences >= sentencesPerDocument) {
                    builder.finish(documents);
                    sentences = 0;
                }
                continue;
            }
            String[] cells = line.strip().split("[\t ]+");
            builder.token(cells[0], cells[column < 0 ? cells.length + column : column]);
        }
        builder.finish(documents);
        return documents;
    }

    /** The labels of tokens; names that do not begin and end at a token's edge are brought there. */
    int[] labels(Tokens tokens) {
        int[] labels = new int[tokens.size()];
        int token = 0;
        for (Span span : spans) {
            while (token < tokens.size() && tokens.end(token) <= span.start()) {
                token++;
            }
            int from = token;
            int to = from;
            while (to < tokens.size() && tokens.start(to) < span.end()) {
                to++;
            }
            int type = span.type().ordinal();
            for (int i = from; i < to; i++) {
                int position = to - from == 1
                        ? Labels.UNIT
                        : i == from ? Labels.BEGIN : i == to - 1 ? Labels.LAST : Labels.INSIDE;
                labels[i] = Labels.of(type, position);
            }
            token = to;
        }
        return labels;
    }

    private static final class Builder {
        private static final Set<String> OPENING = Set.of("(", "[", "“", "‘", "$", "#", "@");

        private final String source;
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();
        private int start = -1;
        private String type = "O";
        private boolean sentenceStart = true;
        private String last = "";

        Builder(String source) {
            this.source = source;
        }

        void token(String token, String label) {
            boolean inside = label.length() > 2;
            String labelType = inside ? label.substring(2) : "O";
            boolean continues = inside && label.startsWith("I-") && labelType.equals(type) && start >= 0;
            if (!continues) {
                close();
            }
            boolean glue = sentenceStart
                    || OPENING.contains(last)
                    || (token.length() == 1 && NO_SPACE_BEFORE.contains(token))
                    || token.matches("['’](s|S|re|ve|ll|d|m|t)|n['’]t")
                    || token.equals("-")
                    || last.equals("-")
                    || ((last.equals("’") || last.equals("'")) && token.matches("s|t|re|ve|ll|d|m"));
            if (!glue) {
                text.append(' ');
            }
            if (inside && !continues) {
                start = text.length();
                type = labelType;
            }
            text.append(token);
            last = token;
            sentenceStart = false;
        }

        private void close() {
            EntityType entityType = switch (type.toUpperCase(Locale.ROOT)) {
                case "PER", "PERSON" -> EntityType.PERSON;
                case "ORG", "ORGANIZATION" -> EntityType.ORGANISATION;
                case "LOC", "LOCATION" -> EntityType.PLACE;
                default -> null;
            };
            if (start >= 0 && entityType != null) {
                spans.add(new Span(start, text.length(), entityType));
            }
            start = -1;
            type = "O";
        }

        void endSentence() {
            close();
            if (!sentenceStart) {
                text.append('\n');
            }
            sentenceStart = true;
            last = "";
        }

        void finish(List<LabelledText> documents) {
            endSentence();
            if (!text.isEmpty()) {
                documents.add(new LabelledText(source, text.toString(), List.copyOf(spans)));
            }
            text.setLength(0);
            spans.clear();
        }
    }
}
