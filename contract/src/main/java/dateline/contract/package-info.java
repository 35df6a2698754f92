/**
 * What crosses Kafka between the services: the records, the topics they live in and their form on the wire. Nothing
 * here knows of Spring, of a broker or of a store; there is no logic beyond what makes two services agree (ids,
 * canonical URLs, the text that offsets point into).
 */
@NullMarked
package dateline.contract;

import org.jspecify.annotations.NullMarked;
