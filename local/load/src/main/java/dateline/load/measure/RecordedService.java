package dateline.load.measure;

import dateline.load.RunningStack;
import dateline.local.Checkout;
import dateline.local.Component;
import dateline.local.DataFolder;
import dateline.local.Jvm;
import dateline.local.LocalProcess;
import dateline.local.Ports;
import dateline.local.Service;
import java.time.Duration;
import java.util.List;

/** A second query-service on the same index, which indexes nothing and whose requests to Elasticsearch are noted. */
final class RecordedService implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(180);

    private final Recorder recorder;
    private final LocalProcess process;
    private final int port = Ports.free();

    RecordedService(Checkout checkout, DataFolder data, RunningStack stack) {
        recorder = new Recorder(stack.elasticsearch());
        process = Service.launch(
                checkout,
                data,
                Component.QUERY,
                "query-recorded",
                port,
                new Jvm("512m", true),
                List.of(
                        "spring.kafka.bootstrap-servers=" + stack.kafka(),
                        "spring.elasticsearch.uris=" + recorder.url(),
                        // The one that is measured has the groups.
                        "spring.kafka.listener.auto-startup=false",
                        "dateline.alerts.enabled=false"));
        try {
            process.awaitReady(() -> Ports.answers(port) && answers(), START);
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    private boolean answers() {
        try (Asker asker = new Asker()) {
            asker.get(url() + "/api/articles?size=1");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it asked since the last time. */
    List<List<Call>> calls() {
        return recorder.take();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(10));
        recorder.close();
    }
}
