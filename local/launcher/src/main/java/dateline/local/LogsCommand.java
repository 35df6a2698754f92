package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code logs}: the end of one log or of all, and what comes. */
final class LogsCommand {
    private static final String LINES = "100";

    private final Arguments arguments;

    LogsCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    int run() {
        var components = arguments.service().map(Stream::of).orElseGet(() -> Stream.of(Component.values()));
        var logs = components
                .map(component -> arguments.data().log(component.title()))
                .filter(Files::exists)
                .toList();
        if (logs.isEmpty()) {
            throw new CannotStart("There are no logs in " + arguments.data().root() + " yet.");
        }
        var command = new ArrayList<>(List.of("tail", "-n", LINES));
        if (arguments.follow()) {
            command.add("-F");
        }
        logs.forEach(log -> command.add(log.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CannotStart("Cannot show the logs: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
