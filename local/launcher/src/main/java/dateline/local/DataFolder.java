package dateline.local;

import java.nio.file.Path;

/**
 * Where a running Dateline keeps its data ({@code kafka}, {@code elasticsearch}), its logs ({@code logs}) and what the
 * launcher must remember ({@code run}).
 *
 * @param root an absolute path
 */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    PidFile pidFile(String process) {
        return new PidFile(root.resolve("run").resolve(process + ".pid"));
    }
}
