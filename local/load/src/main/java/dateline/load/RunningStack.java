package dateline.load;

import dateline.local.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a stack that {@code ./dateline up} started listens.
 *
 * @param kafka as {@code bootstrap.servers} takes it
 * @param elasticsearch URL without a slash at the end
 * @param query URL without a slash at the end
 * @param ingest URL without a slash at the end
 */
public record RunningStack(String kafka, String elasticsearch, String query, String ingest) {
    /**
     * The one in that data folder.
     *
     * @throws CannotStart if none was started there
     */
    public static RunningStack in(Path data) {
        Path file = data.resolve("run").resolve("ports.properties");
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        } catch (IOException e) {
            throw new CannotStart("No stack was started in " + data + "; ./dateline up starts one.", e);
        }
        String local = "127.0.0.1:";
        return new RunningStack(
                local + ports.getProperty("kafka", "9092"),
                "http://" + local + ports.getProperty("elasticsearch", "9200"),
                "http://" + local + ports.getProperty("query", "8080"),
                "http://" + local + ports.getProperty("ingest", "8081"));
    }
}
