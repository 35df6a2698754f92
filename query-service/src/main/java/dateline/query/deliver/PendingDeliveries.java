package dateline.query.deliver;

import dateline.query.alert.Delivery;
import dateline.query.saved.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one partition is still to be sent, as its log says, and as what happened since will make it say. Not
 * thread-safe; pure.
 */
final class PendingDeliveries {
    private final int digestMost;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Integer> perSearch = new HashMap<>();
    /** Done with, though the log's word for it has not been read yet. */
    private final Set<String> finished = new HashSet<>();

    PendingDeliveries(int digestMost) {
        this.digestMost = digestMost;
    }

    /**
     * One of them.
     *
     * @param offset where its newest record lies, as far as read
     * @param underWay whether it is being sent
     */
    record Pending(Delivery delivery, long offset, boolean underWay) {}

    /** Takes in a record. */
    void read(String id, long offset, @Nullable Delivery delivery) {
        if (delivery == null) {
            finished.remove(id);
            remove(id);
        } else if (!finished.contains(id)) {
            Pending known = pending.get(id);
            // What is known may be ahead of what is read back; only the place is news then.
            put(
                    known != null && known.delivery().attempt() > delivery.attempt()
                            ? new Pending(known.delivery(), offset, known.underWay())
                            : new Pending(delivery, offset, known != null && known.underWay()));
        }
    }

    /** What may go out now and does not already; digests as a whole. */
    List<Batch> due(Instant now) {
        List<Batch> due = new ArrayList<>();
        Map<String, List<Delivery>> digests = new LinkedHashMap<>();
        for (Pending each : pending.values()) {
            Delivery delivery = each.delivery();
            if (each.underWay()) {
                continue;
            }
            if (isDigest(delivery)) {
                digests.computeIfAbsent(
                                delivery.alert().search() + " "
                                        + delivery.channel().target(),
                                any -> new ArrayList<>())
                        .add(delivery);
            } else if (!delivery.notBefore().isAfter(now)) {
                due.add(batch(List.of(delivery)));
            }
        }
        for (List<Delivery> digest : digests.values()) {
            boolean full = digest.size() >= digestMost && digest.stream().allMatch(each -> each.attempt() == 0);
            if (full || digest.stream().anyMatch(each -> !each.notBefore().isAfter(now))) {
                due.add(batch(digest.subList(0, Math.min(digest.size(), digestMost))));
            }
        }
        return due;
    }

    private static boolean isDigest(Delivery delivery) {
        return delivery.channel() instanceof Channel.Mail mail && mail.every() != Channel.Every.MATCH;
    }

    private static Batch batch(List<Delivery> deliveries) {
        Delivery first = deliveries.getFirst();
        return new Batch(first.alert().search(), first.channel(), deliveries);
    }

    /** They are being sent. */
    void underWay(Batch batch) {
        for (Delivery delivery : batch.deliveries()) {
            pending.computeIfPresent(delivery.id(), (id, each) -> new Pending(each.delivery(), each.offset(), true));
        }
    }

    /** It is done with, one way or the other. */
    void finish(String id) {
        if (remove(id)) {
            finished.add(id);
        }
    }

    /** It will be tried again. */
    void again(Delivery next) {
        pending.computeIfPresent(next.id(), (id, each) -> new Pending(next, each.offset(), false));
    }

    /** Where its newest record lies, as far as read. */
    long offset(String id) {
        Pending known = pending.get(id);
        return known == null ? 0 : known.offset();
    }

    /** From where on the log must be read again, should all be forgotten. */
    long needed(long position) {
        return pending.values().stream().mapToLong(Pending::offset).reduce(position, Math::min);
    }

    int size() {
        return pending.size();
    }

    int size(String search) {
        return perSearch.getOrDefault(search, 0);
    }

    private void put(Pending each) {
        if (pending.put(each.delivery().id(), each) == null) {
            perSearch.merge(each.delivery().alert().search(), 1, Integer::sum);
        }
    }

    private boolean remove(String id) {
        Pending removed = pending.remove(id);
        if (removed != null) {
            perSearch.computeIfPresent(
                    removed.delivery().alert().search(), (search, count) -> count == 1 ? null : count - 1);
        }
        return removed != null;
    }
}
