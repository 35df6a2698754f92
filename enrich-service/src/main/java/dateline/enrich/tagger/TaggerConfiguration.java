package dateline.enrich.tagger;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.ClassUtils;

/** Chooses the tagger: Dateline's own, or the operator's transformer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnnxProperties.class)
class TaggerConfiguration {
    private static final String RUNTIME = "ai.onnxruntime.OrtSession";

    @Bean
    @Primary
    NameTagger nameTagger(OnnxProperties onnx, ObjectProvider<LoadingTagger> begun) {
        if (onnx.model() == null) {
            return begun.getIfAvailable(LoadingTagger::new);
        }
        if (!ClassUtils.isPresent(RUNTIME, getClass().getClassLoader())) {
            throw new IllegalStateException("dateline.enrich.tagger.onnx.model is set, but ONNX Runtime is not there;"
                    + " put com.microsoft.onnxruntime:onnxruntime into the service's lib folder");
        }
        return OnnxTagger.load(onnx);
    }
}
