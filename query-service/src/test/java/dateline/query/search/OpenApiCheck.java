package dateline.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds a description of an API to what OpenAPI 3.1 asks for, as far as it is used here. */
final class OpenApiCheck {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode api;
    private final List<String> faults = new ArrayList<>();

    OpenApiCheck(JsonNode api) {
        this.api = api;
    }

    /** What is wrong with it. */
    List<String> faults() {
        require(api, "openapi", "the document");
        require(api.path("info"), "title", "info");
        require(api.path("info"), "version", "info");
        Set<String> ids = new TreeSet<>();
        for (var path : api.path("paths").properties()) {
            check(path.getKey().startsWith("/"), path.getKey() + " does not begin with a slash");
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String name = operation.getKey() + " " + path.getKey();
                    operation(name, path.getKey(), operation.getValue());
                    check(
                            ids.add(operation.getValue().path("operationId").asString("")),
                            name + " has the operationId of another");
                }
            }
        }
        references(api);
        api.path("components").path("schemas").properties().forEach(each -> {
            check(each.getKey().matches("[a-zA-Z0-9._-]+"), each.getKey() + " is no name of a component");
            schema(each.getKey(), each.getValue());
        });
        return faults;
    }

    private void operation(String name, String path, JsonNode operation) {
        check(!operation.path("responses").isEmpty(), name + " answers nothing");
        for (var response : operation.path("responses").properties()) {
            check(response.getKey().matches("default|[1-5](\\d\\d|XX)"), name + " answers " + response.getKey());
            require(response.getValue(), "description", name);
        }
        Set<String> inPath = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String in = parameter.path("in").asString("");
            require(parameter, "name", name);
            check(Set.of("query", "path", "header", "cookie").contains(in), name + " takes a parameter in " + in);
            check(parameter.has("schema") != parameter.has("content"), name + ": a parameter without a schema");
            check(all.add(in + " " + parameter.path("name").asString("")), name + ": a parameter twice: " + parameter);
            if (in.equals("path")) {
                inPath.add(parameter.path("name").asString(""));
                check(parameter.path("required").asBoolean(false), name + ": a part of the path is not required");
            }
            schema(name, parameter.path("schema"));
        }
        Set<String> variables = new TreeSet<>();
        for (Matcher matcher = VARIABLE.matcher(path); matcher.find(); ) {
            variables.add(matcher.group(1));
        }
        check(variables.equals(inPath), name + " describes " + inPath);
    }

    private void schema(String where, JsonNode schema) {
        for (JsonNode type : schema.path("type").isArray() ? schema.path("type") : List.of(schema.path("type"))) {
            check(type.isMissingNode() || TYPES.contains(type.asString("")), where + " has the type " + type);
        }
        check(!schema.has("nullable"), where + " uses nullable, which 3.1 does not have");
        schema.path("properties").properties().forEach(each -> schema(where + "." + each.getKey(), each.getValue()));
        if (schema.has("items")) {
            schema(where + "[]", schema.path("items"));
        }
    }

    private void references(JsonNode node) {
        if (node.isObject() && node.path("$ref").isString()) {
            String reference = node.path("$ref").asString();
            check(
                    reference.startsWith("#/")
                            && !api.at(reference.substring(1)).isMissingNode(),
                    reference + " leads nowhere");
        }
        node.forEach(this::references);
    }

    private void require(JsonNode node, String property, String where) {
        check(!node.path(property).asString("").isEmpty(), where + " has no " + property);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** Method and path of all that is described. */
    static Set<String> operations(JsonNode api) {
        Set<String> operations = new TreeSet<>();
        for (var path : api.path("paths").properties()) {
            path.getValue().properties().forEach(each -> operations.add(each.getKey() + " " + path.getKey()));
        }
        return operations;
    }

    /** Method and path of all that controllers answer below {@code /api}, but for the description itself. */
    static Set<String> mapped(RequestMappingHandlerMapping mappings) {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/openapi"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapped.add(verb.name().toLowerCase(Locale.ROOT) + " " + path))));
        return mapped;
    }
}
