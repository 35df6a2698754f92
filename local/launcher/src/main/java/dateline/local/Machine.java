package dateline.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Whether this machine has room for what is going to start. */
final class Machine {
    private static final long MIB = 1024L * 1024;
    private static final long DISK_MIB = 1024;

    private Machine() {}

    /**
     * @throws CannotStart if there is too little memory or disk for the components
     */
    static void requireRoomFor(Collection<Component> components, DataFolder data) {
        requireMemory(components.stream().mapToLong(Component::memory).sum(), availableMemory());
        try {
            Files.createDirectories(data.root());
            requireDisk(Files.getFileStore(data.root()).getUsableSpace() / MIB, data.root());
        } catch (IOException e) {
            throw new CannotStart("Cannot write to the data folder " + data.root() + ": choose another with --data", e);
        }
    }

    static void requireMemory(long neededMib, long availableMib) {
        if (availableMib < neededMib) {
            throw new CannotStart("Too little memory: about " + neededMib + " MiB are needed and " + availableMib
                    + " MiB are available. Close something, or give the machine (or container) more.");
        }
    }

    static void requireDisk(long usableMib, Path folder) {
        if (usableMib < DISK_MIB) {
            throw new CannotStart("Too little disk: " + folder + " has " + usableMib + " MiB left and " + DISK_MIB
                    + " MiB are needed. Make room, or choose another place with --data.");
        }
    }

    /** In MiB. The kernel's own estimate where there is one, else what is built in; never more than a container's limit. */
    private static long availableMemory() {
        // Knows of a container's limit, but counts the file cache as used; so only the total is of use.
        var total =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MIB;
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .map(available -> Math.min(available, total))
                    .findFirst()
                    .orElse(total);
        } catch (IOException e) {
            return total;
        }
    }
}
