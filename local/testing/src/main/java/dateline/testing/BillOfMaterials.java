package dateline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service is made of, as the build wrote it down (CycloneDX). */
public final class BillOfMaterials {
    /**
     * Licences that ask for no more than a notice, or only for changes to the library itself. Where a library offers
     * several, one on this list is enough.
     */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "0BSD",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "Unicode-3.0",
            "Unicode-DFS-2016");

    private final JsonNode bill;

    private BillOfMaterials(JsonNode bill) {
        this.bill = bill;
    }

    /**
     * That of a module.
     *
     * @param anchor one of its classes
     */
    public static BillOfMaterials of(Class<?> anchor) {
        try {
            URI classes =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path file = Path.of(classes).resolve("META-INF/sbom/application.cdx.json");
            return new BillOfMaterials(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Group and name of each library. */
    public List<String> components() {
        return bill.path("components").values().stream()
                .map(BillOfMaterials::name)
                .toList();
    }

    /** Libraries of others that offer no licence on the list, and what they offer. */
    public List<String> withoutAllowedLicence() {
        List<String> found = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            List<String> offered = offered(component);
            if (!component.path("group").asString("").equals("dateline")
                    && offered.stream().noneMatch(ALLOWED::contains)) {
                found.add(name(component) + " " + offered);
            }
        }
        return found;
    }

    private static List<String> offered(JsonNode component) {
        List<String> offered = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            offered.add(licence.path("id").asString(licence.path("name").asString("")));
            for (String part : each.path("expression").asString("").split(" (?:OR|AND) ")) {
                offered.add(part.replaceAll("[()]", ""));
            }
        }
        offered.removeIf(String::isEmpty);
        return offered;
    }

    private static String name(JsonNode component) {
        return component.path("group").asString("") + ":"
                + component.path("name").asString("");
    }
}
