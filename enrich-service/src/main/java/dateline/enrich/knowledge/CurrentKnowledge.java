package dateline.enrich.knowledge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The knowledge base that articles are read with now; one for all who need it. Edits at run time put a new edition in
 * its place; an edition itself never changes, so whoever took one may go on using it.
 */
@Component
public final class CurrentKnowledge {
    /**
     * The knowledge base as it is after some edit.
     *
     * @param base who is known
     * @param edit number of the last edit that is in it; 0 if there is none
     */
    public record Edition(KnowledgeBase base, int edit) {
        /** For a record's version: empty before the first edit, then {@code +e17}. */
        public String suffix() {
            return edit == 0 ? "" : "+e" + edit;
        }
    }

    private final List<Consumer<Edition>> readers = new CopyOnWriteArrayList<>();
    private volatile Edition edition;
    private boolean held;

    /** Loads the files that Dateline brings along, and the operator's over them. */
    @Autowired
    CurrentKnowledge(KnowledgeProperties properties) {
        this(properties.files() == null ? KnowledgeBase.load() : KnowledgeBase.load(properties.files()));
    }

    /** Knows this and nothing else until it is replaced. */
    public CurrentKnowledge(KnowledgeBase base) {
        edition = new Edition(base, 0);
    }

    /** The knowledge base; take it once for one article. */
    public KnowledgeBase get() {
        return edition.base();
    }

    /** The knowledge base with the number of the last edit that is in it. */
    public Edition edition() {
        return edition;
    }

    /** Has something told of every new edition, before {@link #replace} returns. */
    public void onChange(Consumer<Edition> reader) {
        readers.add(reader);
    }

    /** Puts a new edition in the place of this one. Called by one thread at a time. */
    public void replace(Edition next) {
        edition = next;
        readers.forEach(reader -> reader.accept(next));
    }

    /** Has {@link #awaitComplete} wait, because edits made earlier are still to be read. */
    public synchronized void hold() {
        held = true;
    }

    /** All edits made before the start are in. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /**
     * Waits until the edits made before the start are in: an article that comes in earlier would be read without them.
     *
     * @throws IllegalStateException if interrupted
     */
    public synchronized void awaitComplete() {
        while (held) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the knowledge base was loaded", e);
            }
        }
    }
}
