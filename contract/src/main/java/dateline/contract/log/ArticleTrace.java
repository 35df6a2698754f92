package dateline.contract.log;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One trace per article, from the poll that found it to the index. Each step goes on with the trace that the record's
 * {@link dateline.contract.Headers#TRACE_PARENT} names (W3C Trace Context) and writes itself there for the next one.
 *
 * <p>A batch holds articles of many traces, so there is one span per record and none for the batch; what Spring Kafka
 * does by itself is the other way round.
 */
public final class ArticleTrace {
    /** Under this name what is logged during a step has the article's id; trace and span are {@code traceId, spanId}. */
    public static final String ARTICLE_ID = "articleId";

    /** Every step of every article, at DEBUG. */
    private static final Logger LOG = LoggerFactory.getLogger("dateline.article");

    private final Tracer tracer;
    private final Propagator propagator;

    public ArticleTrace(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Traces nothing. */
    public static ArticleTrace none() {
        return new ArticleTrace(Tracer.NOOP, Propagator.NOOP);
    }

    /** The step that wrote a record; null if it said nothing. */
    public static @Nullable String parent(Headers headers) {
        Header header = headers.lastHeader(dateline.contract.Headers.TRACE_PARENT);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Does the work as a step that begins now.
     *
     * @param name of the kind of step; few and fixed
     * @param parent the step before this one; null begins a trace, or goes on with the one that is under way here
     * @param article the article's id, if it has one yet
     */
    public <T> T step(String name, @Nullable String parent, @Nullable String article, Supplier<T> work) {
        return step(span(name, parent, article), article, work);
    }

    /** Does the work at the end of a step that began a while ago, together with others. */
    public void finish(String name, @Nullable String parent, String article, Instant began, Runnable work) {
        Span.Builder span = span(name, parent, article)
                .startTimestamp(TimeUnit.MILLISECONDS.toMicros(began.toEpochMilli()), TimeUnit.MICROSECONDS);
        step(span, article, () -> {
            work.run();
            return true;
        });
    }

    /** Notes what came of the step under way. */
    public void outcome(String outcome) {
        Span span = tracer.currentSpan();
        if (span != null) {
            span.tag("outcome", outcome);
        }
        LOG.debug("{}", outcome);
    }

    /** The step under way, as the next one's parent; null if there is none. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (into, name, value) -> {
            if (into != null) {
                into.put(name, value);
            }
        });
        return carrier.get(dateline.contract.Headers.TRACE_PARENT);
    }

    /** Writes the step under way into what is going to be sent, in place of another. */
    public void stamp(Headers headers) {
        stamp(headers, current());
    }

    /** Writes a step into what is going to be sent, in place of another; does nothing if there is none. */
    public static void stamp(Headers headers, @Nullable String step) {
        if (step != null) {
            headers.remove(dateline.contract.Headers.TRACE_PARENT)
                    .add(dateline.contract.Headers.TRACE_PARENT, step.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Span.Builder span(String name, @Nullable String parent, @Nullable String article) {
        Span.Builder span = (parent == null ? tracer.spanBuilder() : continued(parent)).name(name);
        return article == null ? span : span.tag("dateline.article", article);
    }

    private Span.Builder continued(String parent) {
        return propagator
                .extract(parent, (carrier, key) -> key.equals(dateline.contract.Headers.TRACE_PARENT) ? carrier : null)
                .kind(Span.Kind.CONSUMER);
    }

    private <T> T step(Span.Builder builder, @Nullable String article, Supplier<T> work) {
        Span span = builder.start();
        String outer = MDC.get(ARTICLE_ID);
        try (var _ = tracer.withSpan(span)) {
            if (article != null) {
                MDC.put(ARTICLE_ID, article);
            }
            return work.get();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            if (outer == null) {
                MDC.remove(ARTICLE_ID);
            } else {
                MDC.put(ARTICLE_ID, outer);
            }
            span.end();
        }
    }
}
