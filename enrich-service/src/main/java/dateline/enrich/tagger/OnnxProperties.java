package dateline.enrich.tagger;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A transformer of the operator's own that takes the statistical tagger's place. {@code docs/models/onnx.md} says how to
 * bring one.
 *
 * @param model file in ONNX format; none by default, and then nothing else here counts
 * @param vocabulary the model's {@code vocab.txt}, one piece a line
 * @param labels what the model's outputs mean, in order: {@code O, B-PER, I-PER, …} in BIO, BILOU or BIOES; types other
 *     than persons, organisations and places are left out
 * @param lowerCase whether the model was trained on lower-cased text
 * @param window most pieces that are read at once, the two marks at its ends included
 * @param languages the model reads, primary subtags
 * @param threads that one text may use
 */
@ConfigurationProperties(OnnxProperties.PREFIX)
@Validated
public record OnnxProperties(
        @Nullable Path model,
        @Nullable Path vocabulary,

        @DefaultValue({"O", "B-MISC", "I-MISC", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"})
        List<String> labels,

        @DefaultValue("false") boolean lowerCase,
        @DefaultValue("256") @Min(8) int window,
        @DefaultValue("en") List<String> languages,
        @DefaultValue("1") @Min(1) int threads) {
    /** Where its settings stand. */
    public static final String PREFIX = "dateline.enrich.tagger.onnx";
}
