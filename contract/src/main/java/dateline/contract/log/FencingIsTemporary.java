package dateline.contract.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Makes a fenced producer's failure one like any other, after which the batch is tried again. Spring Kafka takes it for
 * the sign that another instance has the partition now, drops the batch and goes on with the next. But our transactional
 * ids are no other process's: only the broker fences them, when a transaction took too long, and then nobody else does
 * the batch. Whether another has the partition is told by the group's generation.
 */
public final class FencingIsTemporary {
    private FencingIsTemporary() {}

    /** The same producer, which never throws a {@link ProducerFencedException} but has it as the cause of what it throws. */
    @SuppressWarnings("unchecked")
    public static <K, V> Producer<K, V> of(Producer<K, V> producer) {
        return (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof ProducerFencedException fenced) {
                            throw new KafkaException(
                                    "The broker gave the transaction up: " + fenced.getMessage(), fenced);
                        }
                        throw e.getCause();
                    }
                });
    }
}
