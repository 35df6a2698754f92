package dateline.enrich.knowledge;

import dateline.enrich.pipeline.Soon;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private static final class Derived<T> implements Supplier<T> {
        private volatile Supplier<T> newest;

        Derived(Supplier<T> first) {
            newest = first;
        }

        @Override
        public T get() {
            return newest.get();
        }
    }

    private final List<Consumer<Edition>> readers = new CopyOnWriteArrayList<>();
    private final Soon<KnowledgeBase> first;
    private volatile @Nullable Edition edition;
    private boolean held;

    /** Loads the files that Dateline brings along, and the operator's over them. */
    @Autowired
    public CurrentKnowledge(KnowledgeProperties properties) {
        Path files = properties.files();
        first = Soon.of(() -> files == null ? KnowledgeBase.load() : KnowledgeBase.load(files));
    }

    /** Knows this and nothing else until it is replaced. */
    public CurrentKnowledge(KnowledgeBase base) {
        first = Soon.of(() -> base);
    }

    /** The knowledge base; take it once for one article. */
    public KnowledgeBase get() {
        return edition().base();
    }

    /** The knowledge base as it was at the start, without edits. */
    public KnowledgeBase files() {
        return first.get();
    }

    /** The knowledge base with the number of the last edit that is in it. */
    public Edition edition() {
        Edition changed = edition;
        return changed == null ? new Edition(first.get(), 0) : changed;
    }

    /**
     * What is made of the knowledge base, and made anew of each edition before {@link #replace} returns; the old one serves
     * until then. The first is made beside the start, and whoever asks for it earlier waits.
     */
    public <T> Supplier<T> derive(Function<Edition, T> make) {
        Derived<T> derived = new Derived<>(Soon.of(() -> make.apply(edition())));
        readers.add(changed -> {
            T made = make.apply(changed);
            derived.newest = () -> made;
        });
        return derived;
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
