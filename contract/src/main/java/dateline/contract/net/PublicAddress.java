package dateline.contract.net;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public Internet from all others: loopback, private and shared networks, link-local, multicast,
 * documentation, reserved, and IPv6 forms that carry an IPv4 address of any of those kinds. Source: the IANA
 * special-purpose address registries (RFC 6890) as of 2025.
 */
public final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.v4(0, 0, 0, 8),
            Block.v4(10, 0, 0, 8),
            Block.v4(100, 64, 0, 10),
            Block.v4(127, 0, 0, 8),
            Block.v4(169, 254, 0, 16),
            Block.v4(172, 16, 0, 12),
            Block.v4(192, 0, 0, 24),
            Block.v4(192, 0, 2, 24),
            Block.v4(192, 88, 99, 24),
            Block.v4(192, 168, 0, 16),
            Block.v4(198, 18, 0, 15),
            Block.v4(198, 51, 100, 24),
            Block.v4(203, 0, 113, 24),
            Block.v4(224, 0, 0, 3));

    // Of IPv6 only 2000::/3 is handed out for unicast; these parts of it are not hosts of the public Internet.
    private static final Block GLOBAL_UNICAST_V6 = new Block(new int[] {0x20, 0x00}, 3);
    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            // IETF assignments; Teredo (2001::/32) carries an IPv4 address
            new Block(new int[] {0x20, 0x01, 0x00, 0x00}, 23),
            new Block(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
            // 6to4 carries an IPv4 address
            new Block(new int[] {0x20, 0x02}, 16),
            new Block(new int[] {0x3f, 0xff, 0x00}, 20));
    // A network without IPv4 reaches public hosts through this prefix, so what it carries decides.
    private static final Block NAT64 = new Block(new int[] {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96);

    private PublicAddress() {}

    /** Whether the address is one of the public Internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return isPublicV4(bytes);
        }
        if (NAT64.contains(bytes)) {
            return isPublicV4(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]});
        }
        return GLOBAL_UNICAST_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes));
    }

    /** The addresses whose first {@code bits} bits are those of {@code prefix}. */
    private record Block(int[] prefix, int bits) {
        static Block v4(int a, int b, int c, int bits) {
            return new Block(new int[] {a, b, c, 0}, bits);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
