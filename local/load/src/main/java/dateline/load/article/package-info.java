/** Makes articles without end for measuring: nobody wrote them, but their numbers are like those of real news. */
@NullMarked
package dateline.load.article;

import org.jspecify.annotations.NullMarked;
