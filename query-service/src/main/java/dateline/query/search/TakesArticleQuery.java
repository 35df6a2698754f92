package dateline.query.search;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a controller's method that takes all parameters as a map and reads them with {@link ArticleQueryReader}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesArticleQuery {
    /** Whether it takes {@code sort}, {@code size}, {@code next} and {@code facets} too. */
    boolean pages() default false;
}
