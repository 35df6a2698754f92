package dateline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program of the stack runs on the JDK that the launcher runs on.
 *
 * @param maximumHeap as {@code -Xmx} takes it
 * @param quickStart whether to leave out the optimizing compiler: half the work until it is ready, but slower in the long
 *     run
 */
public record Jvm(String maximumHeap, boolean quickStart) {
    List<String> command(List<String> flags, String classPath, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + maximumHeap);
        // A small heap on few cores: the collector with the fewest threads.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // Compression and Netty load native code; the JDK warns of it otherwise.
        command.add("--enable-native-access=ALL-UNNAMED");
        if (quickStart) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
