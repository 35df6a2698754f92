package dateline.contract.log;

import io.micrometer.core.instrument.Counter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/**
 * Counts what came of records once their transaction is committed. One that is rolled back is tried again, and would be
 * counted again. A transaction belongs to the thread that began it.
 */
public final class CommittedCounts {
    private final ThreadLocal<List<Counter>> waiting = ThreadLocal.withInitial(ArrayList::new);

    /** One more, if this thread's transaction is committed. */
    public void add(Counter counter) {
        waiting.get().add(counter);
    }

    /** The same producer, heard when it commits or aborts. */
    @SuppressWarnings("unchecked")
    public <K, V> Producer<K, V> heard(Producer<K, V> producer) {
        return (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    switch (method.getName()) {
                        case "commitTransaction" -> settle(true);
                        case "beginTransaction", "abortTransaction", "close" -> settle(false);
                        default -> {
                            // Neither ends a transaction.
                        }
                    }
                    return answer;
                });
    }

    private void settle(boolean committed) {
        if (committed) {
            waiting.get().forEach(Counter::increment);
        }
        waiting.remove();
    }
}
