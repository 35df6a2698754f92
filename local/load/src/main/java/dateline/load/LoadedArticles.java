package dateline.load;

import dateline.load.article.Articles;
import dateline.local.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;

/**
 * What a stack was filled with, noted in its data folder so that questions can be made that fit.
 *
 * @param seed of the articles
 * @param end the day after the last one
 * @param count how many there are in all
 */
public record LoadedArticles(long seed, LocalDate end, long count) {
    private static Path file(Path data) {
        return data.resolve("run").resolve("load.properties");
    }

    /**
     * Those in that data folder.
     *
     * @throws CannotStart if nothing was loaded there
     */
    public static LoadedArticles in(Path data) {
        Properties noted = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            noted.load(reader);
        } catch (IOException e) {
            throw new CannotStart("Nothing was loaded in " + data + "; ./dateline load does.", e);
        }
        return new LoadedArticles(
                Long.parseLong(noted.getProperty("seed")),
                LocalDate.parse(noted.getProperty("until")),
                Long.parseLong(noted.getProperty("articles")));
    }

    void note(Path data) {
        Properties noted = new Properties();
        noted.setProperty("seed", Long.toString(seed));
        noted.setProperty("until", end.toString());
        noted.setProperty("articles", Long.toString(count));
        try (Writer writer = Files.newBufferedWriter(file(data))) {
            noted.store(writer, null);
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + file(data) + ": " + e.getMessage(), e);
        }
    }

    /** Makes them. */
    public Articles articles() {
        return new Articles(seed, end, count);
    }
}
