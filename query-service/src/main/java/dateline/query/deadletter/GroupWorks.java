package dateline.query.deadletter;

import dateline.query.deadletter.Workbench.Request;
import dateline.query.deadletter.Workbench.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What this instance does or did to groups of letters; the last few are remembered. */
@Component
final class GroupWorks implements DisposableBean {
    private static final int REMEMBERED = 50;

    private final Map<String, GroupWork> works = new LinkedHashMap<>();

    /** Begins, on a thread of its own. */
    GroupWork begin(
            String action,
            List<OpenLetter> letters,
            int rate,
            Request request,
            BiFunction<List<OpenLetter>, Request, List<Result>> how) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        GroupWork work = new GroupWork(id, action, letters, rate, request, how);
        synchronized (works) {
            works.put(id, work);
            if (works.size() > REMEMBERED) {
                works.values().stream()
                        .map(GroupWork::progress)
                        .filter(each -> each.ended() != null)
                        .findFirst()
                        .ifPresent(oldest -> works.remove(oldest.id()));
            }
        }
        Thread.ofVirtual().name("dead-letters-" + id).start(work::run);
        return work;
    }

    Optional<GroupWork> find(String id) {
        synchronized (works) {
            return Optional.ofNullable(works.get(id));
        }
    }

    List<GroupWork.Progress> all() {
        synchronized (works) {
            return works.values().stream().map(GroupWork::progress).toList();
        }
    }

    @Override
    public void destroy() {
        synchronized (works) {
            works.values().forEach(GroupWork::cancel);
        }
    }
}
