package dateline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Only one launcher at a time starts or stops things in a data folder. */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart if another launcher is at work */
    static DataLock take(DataFolder data) {
        var file = data.root().resolve("run").resolve("lock");
        try {
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new DataLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // The same answer: it is taken.
            }
            channel.close();
            throw new CannotStart("Another ./dateline is starting or stopping things in " + data.root()
                    + "; wait for it, or choose another folder with --data.");
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot write to the data folder " + data.root() + ": choose another with --data.", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
