package dateline.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTests {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final Buckets buckets = new Buckets(2, 3, 2, nanos::get);

    private int allowed(String caller, int asked) {
        int allowed = 0;
        for (int i = 0; i < asked; i++) {
            allowed += buckets.take(caller) == 0 ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aBurstIsAllowedAndThenTheSteadyRate() {
        assertThat(allowed("a", 100)).isEqualTo(6);
        assertThat(buckets.take("a")).as("seconds to wait").isEqualTo(1);
        nanos.addAndGet(2 * SECOND);
        assertThat(allowed("a", 100)).isEqualTo(4);
        nanos.addAndGet(3600 * SECOND);
        assertThat(allowed("a", 100)).as("no more than a burst").isEqualTo(6);
    }

    @Test
    void oneCallerDoesNotUseUpAnothersShare() {
        assertThat(allowed("a", 100)).isEqualTo(6);
        assertThat(allowed("b", 100)).isEqualTo(6);
    }

    @Test
    void onlySoManyCallersAreRemembered() {
        allowed("a", 100);
        allowed("b", 100);
        allowed("a", 1);
        allowed("c", 1);
        assertThat(allowed("a", 1)).as("asked lately").isZero();
        assertThat(allowed("b", 1)).as("forgotten").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2:",
        "2001:db8::6, 2001:db8:0:0:",
        "::1, 0:0:0:0:",
        "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0:",
    })
    void aWholeNetworkOfIpv6CountsAsOneAddress(String address, String network) {
        assertThat(RateLimit.network(address)).isEqualTo(network);
    }
}
