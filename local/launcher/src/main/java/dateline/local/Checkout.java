package dateline.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The repository's folder, and what the build has put into it.
 *
 * @param root the folder with the {@code dateline} script
 */
public record Checkout(Path root) {
    /**
     * The repository around the working directory.
     *
     * @throws CannotStart if there is none
     */
    public static Checkout aroundWorkingDirectory() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("dateline")) && Files.isDirectory(folder.resolve("local/kafka"))) {
                return new Checkout(folder);
            }
        }
        throw new CannotStart(
                "Not inside a checkout of Dateline: " + Path.of("").toAbsolutePath());
    }

    /** The folder that a broker runs from. */
    public Path kafkaHome() {
        return built("local/kafka/target/kafka", "local/kafka");
    }

    /** The folder that a node runs from. */
    public Path elasticsearchHome() {
        return built("local/elasticsearch/target/elasticsearch", "local/elasticsearch");
    }

    private Path built(String folder, String module) {
        var path = root.resolve(folder);
        if (!Files.isDirectory(path.resolve("lib"))) {
            throw new CannotStart("Not built yet: " + path + ". Build it with: mvn -q -f " + root.resolve("pom.xml")
                    + " -pl " + module + " package");
        }
        return path;
    }
}
