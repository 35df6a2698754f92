package dateline.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call this service. With no key and no sign-in configured, everyone on this machine may do everything, and the
 * service refuses to listen beyond it.
 *
 * @param keys good keys, each as {@code <name> <role> <SHA-256 of the key>}; {@code ./dateline key} makes one. The role is
 *     {@code reader} or {@code operator}
 * @param keyFile file with more of them, one a line; it is read again when it changes
 * @param keyFileLook how long a change of the key file may go unseen
 * @param ownKey the key this service shows when it calls another of Dateline's services
 * @param hosts names, besides those of this machine, under which a service without credentials may be called, as in the
 *     {@code Host} header without port
 * @param maxBody largest body of a request; articles submitted line by line (NDJSON) may be any number
 * @param rate how much a caller may ask, once credentials are configured
 * @param oidc roles of those who sign in with OpenID Connect
 * @param auditReplicas replicas of the topic of changes, if it is not there yet; as {@code dateline.topics.replicas} unless
 *     set
 */
@ConfigurationProperties("dateline.access")
@Validated
public record AccessProperties(
        @DefaultValue List<String> keys,
        @Nullable Path keyFile,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration keyFileLook,

        @Nullable @Pattern(regexp = "[\\x21-\\x7e]*", message = "must be one word of plain characters")
        String ownKey,

        @DefaultValue List<String> hosts,
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue @Valid Rate rate,
        @DefaultValue @Valid Oidc oidc,
        @DefaultValue("1") @Min(1) short auditReplicas) {
    /**
     * Limits of requests.
     *
     * @param perKey requests a second with one key, or of one person signed in
     * @param perAddress requests a second from one address (IPv6: one /64), whoever asks
     * @param burst seconds' worth of requests that may come at once after a rest
     * @param addresses how many addresses are remembered, those that asked last
     */
    public record Rate(
            @DefaultValue("100") @Min(1) @Max(1_000_000) int perKey,
            @DefaultValue("200") @Min(1) @Max(1_000_000) int perAddress,
            @DefaultValue("5") @Min(1) @Max(3600) int burst,
            @DefaultValue("10000") @Min(1) @Max(1_000_000) int addresses) {}

    /**
     * What an identity provider says of a person, and what that makes them here. The provider itself is configured under
     * {@code spring.security.oauth2.client}.
     *
     * @param roleClaim claim that tells the role, a string or a list; dots lead into objects, as in
     *     {@code realm_access.roles}
     * @param operators values of the claim that make an operator
     * @param readers values of the claim that make a reader
     */
    public record Oidc(
            @DefaultValue("roles") @NotBlank String roleClaim,
            @DefaultValue("dateline-operator") List<String> operators,
            @DefaultValue("dateline-reader") List<String> readers) {
        public Oidc {
            operators = List.copyOf(operators);
            readers = List.copyOf(readers);
        }
    }

    public AccessProperties {
        keys = List.copyOf(keys);
        hosts = List.copyOf(hosts);
        if (maxBody.toBytes() < 1024) {
            throw new IllegalArgumentException("dateline.access.max-body must be at least 1 KB");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AccessProperties[keys=" + keys.size() + ", keyFile=" + keyFile + "]";
    }
}
