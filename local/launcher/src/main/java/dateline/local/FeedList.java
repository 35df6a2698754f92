package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The operator's own feeds. */
final class FeedList {
    private static final String EMPTY = """
            # The feeds that Dateline polls; it reads this list when it starts. More can be added while it runs, through
            # ingest-service's API.
            #
            # feeds:
            #   - url: https://www.example.org/news/rss.xml
            #     outlet:
            #       id: example
            #       name: The Example
            #       country: GB
            #       language: en
            feeds: []
            """;

    private FeedList() {}

    /** {@code feeds.yml} in the data folder; an empty one with an explanation is made if there is none. */
    static Path inDataFolder(DataFolder data, Console console) {
        var file = data.root().resolve("feeds.yml");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data.root());
                Files.writeString(file, EMPTY);
                console.print("Put your feeds into " + file + ", which is still empty.");
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + file + ": choose another folder with --data.", e);
        }
    }
}
