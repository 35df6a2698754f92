/**
 * The sample newsroom: invented outlets and articles with their gold labels ({@link dateline.newsroom.Newsroom}), and a
 * server that publishes them on loopback as real outlets would ({@link dateline.newsroom.NewsroomServer}).
 */
@NullMarked
package dateline.newsroom;

import org.jspecify.annotations.NullMarked;
