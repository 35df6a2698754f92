package dateline.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outlet as its file in {@code newsroom/outlets} has it. */
record OutletFile(
        String id,
        String name,
        String country,
        String language,
        List<String> tags,
        String feed,
        String style,
        String zone,
        String path,
        @Nullable String charset) {}
