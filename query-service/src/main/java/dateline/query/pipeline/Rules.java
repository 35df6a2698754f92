package dateline.query.pipeline;

import dateline.query.pipeline.ElasticsearchHealth.Disk;
import dateline.query.pipeline.ElasticsearchHealth.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is wrong, the worst first. */
final class Rules {
    /** A reader that is less behind is on its way: batches take a moment. */
    static final Duration BEHIND = Duration.ofSeconds(60);

    /** A reader that is so much behind, and falls further behind, will not catch up. */
    static final Duration FAR_BEHIND = Duration.ofMinutes(10);

    /** Of fewer, a share says nothing. */
    static final int FEW = 3;

    private static final int MANY_LETTERS = 5;

    private Rules() {}

    static List<Finding> judge(Snapshot now) {
        List<Finding> findings = new ArrayList<>();
        services(now, findings);
        kafka(now, findings);
        elasticsearch(now, findings);
        lags(now, findings);
        letters(now, findings);
        feeds(now, findings);
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    private static void services(Snapshot now, List<Finding> findings) {
        for (ServiceState service : now.services()) {
            String problem = service.problem();
            if (problem != null) {
                findings.add(new Finding.ServiceSilent(
                        service.name(), service.url(), withoutStop(problem), service.since(), now.at()));
            }
        }
    }

    private static void kafka(Snapshot now, List<Finding> findings) {
        String problem = now.kafka().problem();
        KafkaHealth kafka = now.kafka().value();
        if (problem != null) {
            findings.add(
                    new Finding.KafkaSilent(withoutStop(problem), now.kafka().since(), now.at()));
        } else if (kafka != null) {
            if (!kafka.offline().isEmpty()) {
                findings.add(new Finding.KafkaDegraded(kafka.offline(), true));
            }
            if (!kafka.underReplicated().isEmpty()) {
                findings.add(new Finding.KafkaDegraded(kafka.underReplicated(), false));
            }
        }
    }

    private static void elasticsearch(Snapshot now, List<Finding> findings) {
        String problem = now.elasticsearch().problem();
        ElasticsearchHealth health = now.elasticsearch().value();
        Snapshot.Waiting waiting = now.waiting();
        if (problem != null) {
            findings.add(new Finding.ElasticsearchSilent(
                    withoutStop(problem), now.elasticsearch().since(), now.at()));
            return;
        }
        if (health != null) {
            if (!health.status().equals("green")) {
                findings.add(new Finding.ElasticsearchDegraded(health.status(), health.unassignedShards()));
            }
            disks(health, findings);
        }
        if (waiting != null) {
            findings.add(new Finding.IndexingWaits(withoutStop(waiting.why()), waiting.since(), now.at()));
        }
        String outdated = now.outdated();
        if (outdated != null) {
            findings.add(new Finding.IndexOutdated(outdated));
        }
    }

    private static void disks(ElasticsearchHealth health, List<Finding> findings) {
        List<Disk> filling = health.disks().stream()
                .filter(disk -> disk.reached() != Watermark.NONE)
                .toList();
        for (Disk disk : filling) {
            findings.add(
                    new Finding.DiskFilling(disk.node(), disk.total(), disk.free(), disk.reached(), health.blocked()));
        }
        if (filling.isEmpty() && health.blocked()) {
            findings.add(new Finding.DiskFilling("", 0, 0, Watermark.NONE, true));
        }
    }

    private static void lags(Snapshot now, List<Finding> findings) {
        if (now.kafka().problem() != null) {
            return;
        }
        for (Lag lag : now.lags()) {
            if (lag.behind().compareTo(BEHIND) >= 0) {
                Duration before = now.lagBefore().stream()
                        .filter(other -> other.group().equals(lag.group())
                                && other.topic().equals(lag.topic()))
                        .map(Lag::behind)
                        .findFirst()
                        .orElse(Duration.ZERO);
                findings.add(new Finding.Lagging(
                        lag.reader(),
                        lag.group(),
                        lag.topic(),
                        lag.behind(),
                        lag.behind().compareTo(before) > 0,
                        lag.members() == 0));
            }
        }
    }

    private static void letters(Snapshot now, List<Finding> findings) {
        Letters letters = now.letters();
        if (letters.open() == 0) {
            return;
        }
        // The fifty minutes before, as ten minutes' worth.
        double before = (letters.lastHour() - letters.lastTenMinutes()) / 5.0;
        Instant lately = now.at().minus(Duration.ofMinutes(10));
        if (letters.lastTenMinutes() >= MANY_LETTERS && letters.lastTenMinutes() > 2 * before) {
            letters.causes().stream()
                    .filter(cause -> cause.last().isAfter(lately))
                    .findFirst()
                    .ifPresent(cause -> findings.add(new Finding.LettersRising(
                            letters.lastTenMinutes(), withoutStop(cause.message()), cause.group())));
        }
        findings.add(new Finding.LettersOpen(letters.open(), letters.kinds()));
    }

    private static void feeds(Snapshot now, List<Finding> findings) {
        FeedCounts feeds = now.feeds().value();
        if (feeds == null || now.feeds().problem() != null) {
            return;
        }
        if (feeds.total() == 0) {
            findings.add(new Finding.NoFeeds());
        }
        int failing = feeds.in("FAILING");
        if (failing > 0) {
            String commonest = feeds.errors() == null
                    ? ""
                    : feeds.errors().entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse("");
            findings.add(new Finding.FeedsFailing(failing, feeds.total(), commonest));
        }
        if (feeds.in("GONE") > 0) {
            findings.add(new Finding.FeedsGone(feeds.in("GONE")));
        }
        if (feeds.silent() > 0) {
            findings.add(new Finding.FeedsSilent(feeds.silent()));
        }
    }

    private static String withoutStop(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
