package dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.testing.BillOfMaterials;
import org.junit.jupiter.api.Test;

class LicenceTests {
    @Test
    void everyDependencyHasALicenceThatIsOnTheList() {
        BillOfMaterials bill = BillOfMaterials.of(EnrichApplication.class);
        assertThat(bill.components()).contains("tools.jackson.core:jackson-databind");
        assertThat(bill.withoutAllowedLicence()).isEmpty();
    }
}
