package dateline.ingest.submit;

import dateline.contract.IncomingArticle;
import dateline.ingest.problem.InvalidField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes articles line by line (NDJSON), however many: a line that is wrong is reported and the rest goes on, and no more
 * than one batch is in memory.
 */
@Component
class BulkReader {
    private static final int BATCH = 200;
    private static final int MOST_ERRORS = 100;
    private static final int LONGEST_LINE = 3 * SubmissionReader.LONGEST;

    private final SubmissionReader reader;
    private final IncomingPublisher publisher;
    private final JsonMapper json;

    BulkReader(SubmissionReader reader, IncomingPublisher publisher, JsonMapper json) {
        this.reader = reader;
        this.publisher = publisher;
        this.json = json;
    }

    /**
     * What became of the lines.
     *
     * @param accepted lines that are stored and on their way
     * @param rejected lines that are wrong
     * @param errors what is wrong with the first hundred of those
     */
    record Summary(long accepted, long rejected, List<LineError> errors) {}

    /**
     * What is wrong with a line.
     *
     * @param line counts from 1
     */
    record LineError(long line, String detail) {}

    Summary read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<IncomingArticle> batch = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        long accepted = 0;
        long rejected = 0;
        Line line = new Line(0, "", false);
        while ((line = next(lines, line.number() + 1)) != null) {
            if (line.text().isBlank() && !line.cut()) {
                continue;
            }
            try {
                batch.add(article(line));
                accepted++;
            } catch (InvalidField e) {
                rejected++;
                if (errors.size() < MOST_ERRORS) {
                    errors.add(new LineError(line.number(), e.getMessage()));
                }
            }
            if (batch.size() == BATCH) {
                publisher.publish(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            publisher.publish(batch);
        }
        return new Summary(accepted, rejected, errors);
    }

    private IncomingArticle article(Line line) {
        if (line.cut()) {
            throw new InvalidField("line", "is longer than " + LONGEST_LINE + " characters");
        }
        Submission submission;
        try {
            submission = json.readValue(line.text(), Submission.class);
        } catch (JacksonException e) {
            throw new InvalidField("line", "is not the JSON of an article: " + e.getOriginalMessage());
        }
        if (submission == null) {
            throw new InvalidField("line", "is not the JSON of an article: null");
        }
        return reader.read(submission);
    }

    /** A line; of one that is too long, the beginning. */
    private record Line(long number, String text, boolean cut) {}

    private static @Nullable Line next(BufferedReader lines, long number) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        int c = lines.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (text.length() < LONGEST_LINE) {
                text.append((char) c);
            } else {
                cut = true;
            }
        }
        return new Line(number, text.toString(), cut);
    }
}
