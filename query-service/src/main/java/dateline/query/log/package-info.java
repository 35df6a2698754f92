/** Reading Kafka's log outside of Spring's listeners: a view that follows a topic, and a step from topic to topic. */
@NullMarked
package dateline.query.log;

import org.jspecify.annotations.NullMarked;
