package dateline.load.measure;

import dateline.load.RunningStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads an export as fast as it comes, counts its lines and looks at the service's heap meanwhile. */
final class ExportMeasurement {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final RunningStack stack;
    private final PrintStream out;
    private final List<Double> heap = Collections.synchronizedList(new ArrayList<>());

    ExportMeasurement(RunningStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Exports what this path, with its parameters, gives. */
    void run(String path) {
        Thread watching = Thread.ofVirtual().start(this::watch);
        long start = System.nanoTime();
        long[] read = read(stack.query() + path);
        double seconds = (System.nanoTime() - start) / 1e9;
        watching.interrupt();
        List<Double> seen = List.copyOf(heap);
        int third = Math.max(1, seen.size() / 3);
        out.printf(
                Locale.ROOT,
                "%,d lines, %.1f MB in %.1f s: %.0f lines a second; heap in use, least and most, MB: first third %s, last third"
                        + " %s, all %s%n",
                read[0],
                read[1] / 1e6,
                seconds,
                read[0] / seconds,
                range(seen.subList(0, Math.min(third, seen.size()))),
                range(seen.subList(Math.max(0, seen.size() - third), seen.size())),
                range(seen));
    }

    private static String range(List<Double> some) {
        return some.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.0f–%.0f", Collections.min(some), Collections.max(some));
    }

    private static long[] read(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(url + " answered " + answer.statusCode() + ": "
                            + new String(in.readNBytes(500), StandardCharsets.UTF_8));
                }
                byte[] buffer = new byte[1 << 16];
                long lines = 0;
                long bytes = 0;
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes += count;
                    for (int i = 0; i < count; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
                return new long[] {lines, bytes};
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void watch() {
        try (Asker asker = new Asker()) {
            while (!Thread.currentThread().isInterrupted()) {
                String metrics = new String(asker.get(stack.query() + "/actuator/prometheus"), StandardCharsets.UTF_8);
                heap.add(metrics.lines()
                                .filter(line ->
                                        line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                                .sum()
                        / 1e6);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            // The export has ended.
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            heap.add(Double.NaN);
        }
    }
}
