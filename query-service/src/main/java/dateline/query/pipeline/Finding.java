package dateline.query.pipeline;

import dateline.query.pipeline.ElasticsearchHealth.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that an operator should know, in words. */
public sealed interface Finding {
    /** How bad it is; the worst first. */
    enum Severity {
        /** Articles do not flow, or can get lost. */
        BROKEN,
        /** They will not flow soon, or not all do. */
        WARNING,
        /** Worth a look when there is time. */
        NOTE
    }

    /** How bad it is. */
    Severity severity();

    /** What is wrong, in a sentence. */
    String sentence();

    /** What to do about it. */
    String remedy();

    /** A page of the console that helps; null if none does. */
    @Nullable
    String link();

    /** A service does not answer. */
    record ServiceSilent(String service, String url, String reason, Instant since, Instant now) implements Finding {
        @Override
        public Severity severity() {
            return Severity.BROKEN;
        }

        @Override
        public String sentence() {
            return service + " does not answer at " + url + " since " + Words.clock(since) + " ("
                    + Words.duration(Duration.between(since, now)) + "): " + reason + ".";
        }

        @Override
        public String remedy() {
            String wait = service.startsWith("ingest")
                    ? "No feed is polled meanwhile; polling goes on where it was."
                    : "Articles wait in Kafka meanwhile; none is lost.";
            return "See whether it runs and why it stopped (./dateline status, ./dateline logs), then start it again. "
                    + wait;
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Kafka does not answer. */
    record KafkaSilent(String reason, Instant since, Instant now) implements Finding {
        @Override
        public Severity severity() {
            return Severity.BROKEN;
        }

        @Override
        public String sentence() {
            return "Kafka does not answer since " + Words.clock(since) + " ("
                    + Words.duration(Duration.between(since, now)) + "): " + reason + ".";
        }

        @Override
        public String remedy() {
            return "Start the broker, or mend the network to it. The services wait and go on by themselves. Numbers below"
                    + " that come from Kafka are the last ones known.";
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Partitions have no leader, or too few replicas. */
    record KafkaDegraded(List<String> partitions, boolean offline) implements Finding {
        private static final int SHOWN = 3;

        @Override
        public Severity severity() {
            return offline ? Severity.BROKEN : Severity.WARNING;
        }

        @Override
        public String sentence() {
            String some = String.join(", ", partitions.subList(0, Math.min(SHOWN, partitions.size())))
                    + (partitions.size() > SHOWN ? " …" : "");
            return Words.count(partitions.size(), "partition")
                    + (offline
                            ? " of Kafka can neither be read nor written, since nobody leads them: "
                            : " of Kafka " + (partitions.size() == 1 ? "has" : "have") + " too few replicas: ")
                    + some + ".";
        }

        @Override
        public String remedy() {
            return "A broker is away or behind: bring it back. Until then "
                    + (offline ? "what belongs there waits." : "the loss of one more can lose articles.");
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Elasticsearch does not answer. */
    record ElasticsearchSilent(String reason, Instant since, Instant now) implements Finding {
        @Override
        public Severity severity() {
            return Severity.BROKEN;
        }

        @Override
        public String sentence() {
            return "Elasticsearch does not answer since " + Words.clock(since) + " ("
                    + Words.duration(Duration.between(since, now)) + "): " + reason + ".";
        }

        @Override
        public String remedy() {
            return "Start the node, or mend the network to it. Nobody can search meanwhile; articles wait in news.enriched"
                    + " and are stored when it is back.";
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Elasticsearch lacks shards. */
    record ElasticsearchDegraded(String status, int unassigned) implements Finding {
        @Override
        public Severity severity() {
            return status.equals("red") ? Severity.BROKEN : Severity.WARNING;
        }

        @Override
        public String sentence() {
            return status.equals("red")
                    ? "Elasticsearch is red: part of the index is not there, so searches miss articles."
                    : "Elasticsearch is yellow: " + Words.count(unassigned, "copy", "copies")
                            + " of shards have no node to lie on.";
        }

        @Override
        public String remedy() {
            return status.equals("red")
                    ? "Bring the missing node back. If its disk is lost, build the index anew from the log."
                    : "All articles are there. Add a node, or ask for fewer replicas.";
        }

        @Override
        public @Nullable String link() {
            return status.equals("red") ? "/console/index" : null;
        }
    }

    /** A disk fills up, or has. */
    record DiskFilling(String node, long total, long free, Watermark reached, boolean blocked) implements Finding {
        @Override
        public Severity severity() {
            return blocked || reached == Watermark.FLOOD ? Severity.BROKEN : Severity.WARNING;
        }

        @Override
        public String sentence() {
            String full = node.isEmpty()
                    ? "A disk was full"
                    : "The disk of Elasticsearch's node " + node + " is "
                            + Math.round(100.0 * (total - free) / Math.max(1, total)) + " % full ("
                            + Words.bytes(free) + " are free)";
            return full + (blocked ? ", so the index refuses what is written." : ".");
        }

        @Override
        public String remedy() {
            return "Make room on it, or add a node. "
                    + (blocked
                            ? "Elasticsearch lifts its block once there is room; articles wait until then."
                            : reached == Watermark.FLOOD
                                    ? "Indexes there refuse what is written."
                                    : "At the last watermark the index will refuse what is written.");
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Another mapping built the index. */
    record IndexOutdated(String lacking) implements Finding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String sentence() {
            String what = lacking.contains(";") ? lacking.substring(0, lacking.indexOf(';')) : lacking;
            return "The index " + what + ".";
        }

        @Override
        public String remedy() {
            return "Build it anew beside the live one and switch. Until then some searches miss what the new mapping added.";
        }

        @Override
        public String link() {
            return "/console/index";
        }
    }

    /** Articles wait to be stored. */
    record IndexingWaits(String why, Instant since, Instant now) implements Finding {
        @Override
        public Severity severity() {
            return Severity.BROKEN;
        }

        @Override
        public String sentence() {
            return "Articles wait to be indexed since " + Words.clock(since) + " ("
                    + Words.duration(Duration.between(since, now)) + "): " + why + ".";
        }

        @Override
        public String remedy() {
            return "It is tried again without end. If Elasticsearch is well, the reason says what it refuses.";
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** A reader is behind. */
    record Lagging(String reader, String group, String topic, Duration behind, boolean growing, boolean nobody)
            implements Finding {
        @Override
        public Severity severity() {
            return nobody || growing && behind.compareTo(Rules.FAR_BEHIND) >= 0 ? Severity.BROKEN : Severity.WARNING;
        }

        @Override
        public String sentence() {
            return reader + " is " + Words.duration(behind) + " behind in " + topic
                    + (nobody
                            ? ", and nobody reads there."
                            : growing ? ", and falls further behind." : ", and catches up.");
        }

        @Override
        public String remedy() {
            return nobody
                    ? "No consumer is in the group " + group + ": start the service, or see in its log why it left."
                    : growing
                            ? "More comes in than it can take: see in its log what is slow, or start another instance."
                            : "Nothing needs to be done, if that goes on.";
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** More and more is given up. */
    record LettersRising(int lastTenMinutes, String message, String group) implements Finding {
        @Override
        public Severity severity() {
            return Severity.BROKEN;
        }

        @Override
        public String sentence() {
            return Words.count(lastTenMinutes, "record")
                    + " were given up in the last ten minutes, more than before. The" + " most frequent cause: "
                    + message + ".";
        }

        @Override
        public String remedy() {
            return "Look at one of them. Once the cause is mended, the whole group can be sent again.";
        }

        @Override
        public String link() {
            return "/console/letters?group=" + group;
        }
    }

    /** There are dead letters. */
    record LettersOpen(int open, int causes) implements Finding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String sentence() {
            return Words.count(open, "dead letter") + (open == 1 ? " waits" : " wait") + " for a decision, of "
                    + Words.count(causes, "cause") + ".";
        }

        @Override
        public String remedy() {
            return "Send them again, edit them, or discard them with a reason.";
        }

        @Override
        public String link() {
            return "/console/letters";
        }
    }

    /** Feeds fail. */
    record FeedsFailing(int failing, int total, String commonest) implements Finding {
        @Override
        public Severity severity() {
            return failing >= Rules.FEW && failing * 10 >= total ? Severity.WARNING : Severity.NOTE;
        }

        @Override
        public String sentence() {
            return failing + " of " + Words.count(total, "feed") + (failing == 1 ? " fails" : " fail")
                    + (commonest.isEmpty()
                            ? "."
                            : ", most for this reason: "
                                    + commonest.toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }

        @Override
        public String remedy() {
            return "They are tried again by themselves, ever more seldom. An address that is wrong needs a new one.";
        }

        @Override
        public String link() {
            return "/console/feeds?state=failing&sort=errors";
        }
    }

    /** Feeds bring nothing. */
    record FeedsSilent(int silent) implements Finding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String sentence() {
            return Words.count(silent, "feed") + (silent == 1 ? " answers and has" : " answer and have")
                    + " brought nothing for long by their own rhythm.";
        }

        @Override
        public String remedy() {
            return "See whether the outlet has moved its feed.";
        }

        @Override
        public String link() {
            return "/console/feeds?state=silent&sort=news";
        }
    }

    /** The publisher ended feeds. */
    record FeedsGone(int gone) implements Finding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String sentence() {
            return Words.count(gone, "feed") + (gone == 1 ? " is" : " are") + " gone for good, says the server.";
        }

        @Override
        public String remedy() {
            return "Remove them, or find their new address.";
        }

        @Override
        public String link() {
            return "/console/feeds?state=gone";
        }
    }

    /** Nothing is subscribed to. */
    record NoFeeds() implements Finding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String sentence() {
            return "No feed is subscribed to, so only what other systems send comes in.";
        }

        @Override
        public String remedy() {
            return "Add one by its address or its site's.";
        }

        @Override
        public String link() {
            return "/console/feeds/add";
        }
    }
}
