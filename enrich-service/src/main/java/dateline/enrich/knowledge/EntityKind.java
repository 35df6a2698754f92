package dateline.enrich.knowledge;

import dateline.contract.EntityType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sort of person, organisation or place an entity is. Data files spell it lower-case with hyphens. */
public enum EntityKind {
    HEAD_OF_STATE(EntityType.PERSON),
    HEAD_OF_GOVERNMENT(EntityType.PERSON),
    MINISTER(EntityType.PERSON),
    PARTY_LEADER(EntityType.PERSON),
    /** In politics, in office or not, and none of the above. */
    POLITICIAN(EntityType.PERSON),
    /** Head or senior official of an international organisation, an envoy, a spokesman. */
    OFFICIAL(EntityType.PERSON),
    CENTRAL_BANKER(EntityType.PERSON),
    MILITARY(EntityType.PERSON),
    /** Leads or led a militia, a cartel or a banned group. */
    ARMED_LEADER(EntityType.PERSON),
    ROYAL(EntityType.PERSON),
    RELIGIOUS(EntityType.PERSON),
    BUSINESS(EntityType.PERSON),
    JURIST(EntityType.PERSON),
    ACTIVIST(EntityType.PERSON),
    JOURNALIST(EntityType.PERSON),
    SCIENTIST(EntityType.PERSON),
    CULTURE(EntityType.PERSON),
    SPORTS(EntityType.PERSON),
    /** Dead for long, but still named in the news. */
    HISTORICAL(EntityType.PERSON),

    /** Founded by states: the United Nations and what is like it. */
    IGO(EntityType.ORGANISATION),
    GOVERNMENT(EntityType.ORGANISATION),
    MINISTRY(EntityType.ORGANISATION),
    PARLIAMENT(EntityType.ORGANISATION),
    PARTY(EntityType.ORGANISATION),
    COURT(EntityType.ORGANISATION),
    CENTRAL_BANK(EntityType.ORGANISATION),
    /** A public body that is not a ministry. */
    AGENCY(EntityType.ORGANISATION),
    SECURITY_SERVICE(EntityType.ORGANISATION),
    ARMED_FORCES(EntityType.ORGANISATION),
    ARMED_ORGANISATION(EntityType.ORGANISATION),
    COMPANY(EntityType.ORGANISATION),
    BANK(EntityType.ORGANISATION),
    STOCK_EXCHANGE(EntityType.ORGANISATION),
    MEDIA(EntityType.ORGANISATION),
    NEWS_AGENCY(EntityType.ORGANISATION),
    NGO(EntityType.ORGANISATION),
    UNION(EntityType.ORGANISATION),
    UNIVERSITY(EntityType.ORGANISATION),
    RESEARCH(EntityType.ORGANISATION),
    RELIGIOUS_BODY(EntityType.ORGANISATION),
    SPORTS_BODY(EntityType.ORGANISATION),
    CLUB(EntityType.ORGANISATION),
    /** A sports side that plays for a country. */
    NATIONAL_TEAM(EntityType.ORGANISATION),
    CULTURAL_BODY(EntityType.ORGANISATION),
    HOSPITAL(EntityType.ORGANISATION),

    COUNTRY(EntityType.PLACE),
    /** Belongs to a country, but has an ISO code of its own. */
    TERRITORY(EntityType.PLACE),
    DISPUTED_REGION(EntityType.PLACE),
    REGION(EntityType.PLACE),
    CITY(EntityType.PLACE),
    /** A quarter of a city or a small settlement. */
    LOCALITY(EntityType.PLACE),
    CONTINENT(EntityType.PLACE),
    /** Several countries, or parts of them: the Balkans, the Sahel. */
    AREA(EntityType.PLACE),
    WATER(EntityType.PLACE),
    ISLAND(EntityType.PLACE),
    MOUNTAIN(EntityType.PLACE),
    /** Built: an airport, a power plant, a bridge, a square, a border post. */
    FACILITY(EntityType.PLACE);

    private static final Map<String, EntityKind> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntityKind::label, Function.identity()));

    private final EntityType type;
    private final String label;

    EntityKind(EntityType type) {
        this.type = type;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public EntityType type() {
        return type;
    }

    /** As data files spell it: {@code head-of-state}. */
    public String label() {
        return label;
    }

    /** The kind that data files spell so. */
    public static Optional<EntityKind> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
