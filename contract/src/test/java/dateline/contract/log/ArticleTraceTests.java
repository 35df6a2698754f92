package dateline.contract.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.Headers;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ArticleTraceTests {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final io.opentelemetry.api.trace.Tracer otel =
            SdkTracerProvider.builder().build().get("test");
    private final ArticleTrace trace = new ArticleTrace(
            new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {}),
            new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel));

    @Test
    void aStepGoesOnWithTheTraceThatTheRecordNames() {
        var written = new RecordHeaders();
        written.add(Headers.TRACE_PARENT, PARENT.getBytes(UTF_8));

        trace.step("enrich", ArticleTrace.parent(written), "a", () -> {
            trace.stamp(written);
            return true;
        });

        assertThat(ArticleTrace.parent(written)).contains(TRACE).isNotEqualTo(PARENT);
        assertThat(written.headers(Headers.TRACE_PARENT)).as("one and no more").hasSize(1);
    }

    @Test
    void eachArticleOfABatchKeepsItsOwnTrace() {
        String other = PARENT.replace(TRACE, "4bf92f3577b34da6a3ce929d0e0e4736");

        String first = trace.step("enrich", PARENT, "a", trace::current);
        String second = trace.step("enrich", other, "b", trace::current);

        assertThat(first).contains(TRACE);
        assertThat(second).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void withoutAStepBeforeATraceBegins() {
        String first = trace.step("poll", ArticleTrace.parent(new RecordHeaders()), null, trace::current);
        String second = trace.step("poll", null, null, trace::current);

        assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(second.substring(0, 35)).isNotEqualTo(first.substring(0, 35));
        assertThat(trace.current()).isNull();
    }

    @Test
    void aHeaderOfNonsenseBeginsATraceInsteadOfFailing() {
        assertThat(trace.step("index", "nonsense", "a", trace::current)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void whatIsLoggedDuringAStepNamesTheArticleAlsoWhenItFails() {
        trace.finish(
                "index",
                PARENT,
                "a",
                Instant.EPOCH,
                () -> assertThat(MDC.get(ArticleTrace.ARTICLE_ID)).isEqualTo("a"));
        assertThat(MDC.get(ArticleTrace.ARTICLE_ID)).isNull();

        assertThatThrownBy(() -> trace.step("index", null, "a", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(MDC.get(ArticleTrace.ARTICLE_ID)).isNull();
    }

    @Test
    void withoutTracingTheWorkIsDoneAndNothingIsWritten() {
        var headers = new RecordHeaders();

        assertThat(ArticleTrace.none().step("index", PARENT, "a", () -> {
                    ArticleTrace.none().stamp(headers);
                    return 7;
                }))
                .isEqualTo(7);

        assertThat(headers.toArray()).isEmpty();
    }
}
