package dateline.access;

import dateline.access.ListenGuard.OpenToTheNetwork;
import dateline.access.key.KeyMistake;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a service does not start in one line, without a stack trace. */
final class StartProblems {
    private StartProblems() {}

    /** Of a service that would be open to the network. */
    static final class Open extends AbstractFailureAnalyzer<OpenToTheNetwork> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, OpenToTheNetwork cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    /** Of keys that can not be understood. */
    static final class Keys extends AbstractFailureAnalyzer<KeyMistake> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, KeyMistake cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
