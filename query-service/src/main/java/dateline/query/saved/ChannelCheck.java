package dateline.query.saved;

import dateline.contract.net.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks whether a search's channels can be used, before anything is sent to them. */
@Component
class ChannelCheck {
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_ADDRESSES = 20;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]|0[xX][0-9a-fA-F]+");

    private final SavedSettings settings;
    private final boolean mail;

    ChannelCheck(SavedSettings settings, Environment environment) {
        this.settings = settings;
        this.mail = environment.containsProperty("spring.mail.host");
    }

    /**
     * The channels, if all can be used.
     *
     * @throws SearchProblem if not; names the channel
     */
    List<Channel> check(@Nullable List<@Nullable Channel> channels) {
        if (channels == null) {
            return List.of();
        }
        if (channels.size() > settings.mostChannels()) {
            throw SearchProblem.invalid("channels", "must be at most " + settings.mostChannels());
        }
        Set<String> targets = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            String field = "channels[" + i + "]";
            Channel channel = channels.get(i);
            switch (channel) {
                case Channel.Webhook webhook -> webhook(field + ".url", webhook.url());
                case Channel.Mail to -> mail(field + ".to", to.to());
                case null -> throw SearchProblem.invalid(field, "is missing");
            }
            if (!targets.add(channel.target())) {
                throw SearchProblem.invalid(field, "is there already");
            }
        }
        return channels.stream().map(Objects::requireNonNull).toList();
    }

    private void webhook(String field, @Nullable String url) {
        if (url == null || url.isBlank() || url.length() > LONGEST_URL) {
            throw SearchProblem.invalid(field, "must be an address of at most " + LONGEST_URL + " characters");
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                throw SearchProblem.invalid(field, "must be an http or https address");
            }
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw SearchProblem.invalid(field, "must have neither user nor fragment");
            }
            refuseLiteral(field, uri);
        } catch (URISyntaxException e) {
            throw SearchProblem.invalid(field, "is no address: " + e.getReason());
        }
    }

    /** Names are looked up when something is sent, and each time anew; what is written as a number can be told now. */
    private void refuseLiteral(String field, URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean allowed = settings.allowedHosts().contains(host)
                || settings.allowedHosts().contains(host + ":" + uri.getPort());
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        if (!allowed && (local || (LITERAL.matcher(host).matches() && !isPublic(host)))) {
            throw SearchProblem.invalid(field, "has no public address");
        }
    }

    private static boolean isPublic(String literal) {
        try {
            return PublicAddress.isPublic(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void mail(String field, List<String> addresses) {
        if (!mail) {
            throw SearchProblem.invalid(field, "can not be sent mail: no mail server is configured (spring.mail.host)");
        }
        if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
            throw SearchProblem.invalid(field, "must be 1 to " + MOST_ADDRESSES + " addresses");
        }
        for (String address : addresses) {
            if (address == null || !ADDRESS.matcher(address).matches()) {
                throw SearchProblem.invalid(field, "has an entry that is no mail address: " + address);
            }
        }
    }
}
