package dateline.query.openapi;

import dateline.query.search.TakesArticleQuery;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;

/** What springdoc can not read from the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM = "Problem";

    OpenApiConfiguration() {
        // The parameters in it are described one by one.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(MultiValueMap.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dateline: query")
                        .version("1")
                        .description(
                                "Search, facets and more over the articles that Dateline has read. Every error is a"
                                        + " problem detail (RFC 9457).")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    GlobalOperationCustomizer articleQueries() {
        return OpenApiConfiguration::describe;
    }

    @Bean
    GlobalOpenApiCustomizer describedProblems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation
                                    .getResponses()
                                    .addApiResponse(
                                            "default",
                                            new ApiResponse()
                                                    .description("What went wrong")
                                                    .content(new Content()
                                                            .addMediaType(
                                                                    "application/problem+json",
                                                                    new MediaType()
                                                                            .schema(new Schema<>()
                                                                                    .$ref("#/components/schemas/"
                                                                                            + PROBLEM)))))));
        };
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        TakesArticleQuery taken = method.getMethodAnnotation(TakesArticleQuery.class);
        if (taken != null || asksAboutArticles(method)) {
            ArticleParameters.filters().forEach(operation::addParametersItem);
            if (taken != null && taken.pages()) {
                ArticleParameters.pages().forEach(operation::addParametersItem);
            }
        }
        return operation;
    }

    /** Whether it reads all parameters from a map, as those do that count and draw what a search finds. */
    private static boolean asksAboutArticles(HandlerMethod method) {
        // One that says itself what it takes is believed.
        return method.getMethod().getAnnotationsByType(Parameter.class).length == 0
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == MultiValueMap.class);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem detail, RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("parameter", new StringSchema().description("the parameter at fault"))
                .addProperty(
                        "position",
                        new IntegerSchema().description("where in its value the fault is, in UTF-16 units from 0"));
    }
}
