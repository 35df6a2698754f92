package dateline.query.deliver;

import dateline.contract.ContractJson;
import dateline.query.alert.Alert;
import dateline.query.saved.Channel;
import dateline.query.saved.SavedSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts an alert to a webhook: signed, to public addresses only, without following redirects or reading the answer. */
@Component
final class WebhookSender implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int GONE = 410;
    /** Up to so many bytes it is cheaper to read an answer to its end than to connect anew. */
    private static final int SHORT_ANSWER = 4096;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();

    WebhookSender(DeliverySettings settings, SavedSettings saved) {
        this.timeout = settings.timeout();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicHosts(saved.allowedHosts()))
                        .setMaxConnTotal(settings.concurrency())
                        .setMaxConnPerRoute(settings.concurrencyPerHost())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setTimeToLive(Timeout.ofMinutes(5))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeout))
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .build())
                .setUserAgent("Dateline")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** What a webhook is sent. */
    record Payload(String type, Instant timestamp, Alert data) {
        static Payload of(Alert alert) {
            return new Payload(alert.article() == null ? "volume.unusual" : "article.matched", alert.at(), alert);
        }
    }

    /** Sends it, in the calling thread. */
    Attempt send(Channel.Webhook to, Alert alert, String secret) {
        byte[] body = json.write(Payload.of(alert));
        long timestamp = clock.instant().getEpochSecond();
        HttpPost post = new HttpPost(to.url());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader("webhook-id", alert.id());
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", WebhookSignature.of(secret, alert.id(), timestamp, body));
        // The client's own timeouts begin anew with every byte.
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                post::cancel, CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            ClassicHttpResponse answer = client.executeOpen(null, post, null);
            Attempt attempt = judge(answer);
            end(post, answer);
            return attempt;
        } catch (PublicHosts.NotPublic e) {
            return new Attempt.Hopeless("refused-address", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Attempt.Failed(
                    post.isCancelled() ? "no answer within " + timeout.toSeconds() + " s" : e.toString(), null);
        } finally {
            deadline.cancel(true);
        }
    }

    /** Only the status counts, so an answer is not waited for to its end. */
    private static void end(HttpPost post, ClassicHttpResponse answer) {
        try (answer) {
            if (!isShort(answer)) {
                // Else to close it would read it.
                post.cancel();
            }
        } catch (IOException e) {
            // It was cut off, as it should be.
            LOG.debug("An answer was cut off", e);
        }
    }

    private static boolean isShort(ClassicHttpResponse answer) {
        HttpEntity body = answer.getEntity();
        return body == null || (body.getContentLength() >= 0 && body.getContentLength() <= SHORT_ANSWER);
    }

    private Attempt judge(ClassicHttpResponse answer) {
        int status = answer.getCode();
        if (status >= 200 && status < 300) {
            return new Attempt.Taken();
        }
        return status == GONE
                ? new Attempt.Hopeless("gone", "answered 410: it does not want any more")
                : new Attempt.Failed("answered " + status, wait(answer.getFirstHeader(HttpHeaders.RETRY_AFTER)));
    }

    private static @Nullable Duration wait(@Nullable Header retryAfter) {
        try {
            return retryAfter == null ? null : Duration.ofSeconds(Long.parseLong(retryAfter.getValue()));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
