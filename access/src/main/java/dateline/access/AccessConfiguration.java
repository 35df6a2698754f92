package dateline.access;

import dateline.access.audit.AuditFilter;
import dateline.access.audit.ChangeLog;
import dateline.access.browser.CrossSiteGuard;
import dateline.access.browser.LocalNames;
import dateline.access.browser.SecurityHeaders;
import dateline.access.key.KeyRing;
import dateline.access.key.Role;
import dateline.access.limit.BodyLimit;
import dateline.access.limit.Buckets;
import dateline.access.limit.RateLimit;
import dateline.contract.Topic;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every service imports: a request passes, in this order, the headers and the body's limit, the guards against
 * browsers and the limit of its address, then it is found out who calls, their limit, whether they may, and the change is
 * noted down.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
@Import({OwnKey.class, SignIn.class})
public class AccessConfiguration {
    @Bean
    KeyRing accessKeys(AccessProperties properties) {
        return new KeyRing(properties.keys(), properties.keyFile(), properties.keyFileLook(), System::nanoTime);
    }

    @Bean
    Credentials accessCredentials(KeyRing keys, ObjectProvider<SignIn> signIn, Environment environment) {
        Credentials credentials = new Credentials(
                keys,
                signIn.stream().flatMap(each -> each.path().stream()).findAny().isPresent());
        ListenGuard.check(credentials, environment);
        return credentials;
    }

    @Bean
    Refusals accessRefusals(JsonMapper json, ObjectProvider<SignIn> signIn) {
        return new Refusals(
                json,
                Optional.ofNullable(signIn.getIfAvailable())
                        .flatMap(SignIn::path)
                        .orElse(null));
    }

    /** Keys are all there is, see {@link CallerFilter}; without this Spring Boot would make up a user with a password. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new BadCredentialsException("there are no passwords here");
        };
    }

    /** A span for each of its filters tells nobody anything, and takes a tenth of a short answer's time. */
    @Bean
    SecurityObservationSettings noSpansOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain accessChain(
            HttpSecurity http,
            AccessProperties properties,
            Credentials credentials,
            Refusals refusals,
            ObjectProvider<SignIn> signIn,
            ObjectProvider<AccessRules> rules,
            ChangeLog changes,
            Environment environment) {
        http.csrf(AbstractHttpConfigurer::disable) // See CrossSiteGuard, and decision 12.
                .headers(headers -> headers(headers, credentials.required()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> {
                    rules.stream().flatMap(some -> some.rules().stream()).forEach(rule -> rule(requests, rule));
                    general(requests);
                });
        Optional<SignIn> people = Optional.ofNullable(signIn.getIfAvailable());
        Optional<String> path = people.flatMap(SignIn::path);
        if (people.isPresent() && path.isPresent()) {
            people.get().configure(http, path.get());
        } else {
            http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                    .logout(AbstractHttpConfigurer::disable);
        }
        if (credentials.required()) {
            AccessProperties.Rate rate = properties.rate();
            http.addFilterBefore(RateLimit.perAddress(buckets(rate.perAddress(), rate), refusals), LogoutFilter.class)
                    .addFilterBefore(
                            RateLimit.perCaller(buckets(rate.perKey(), rate), refusals), AuthorizationFilter.class);
        } else {
            http.addFilterBefore(new LocalNames(properties.hosts(), refusals), LogoutFilter.class);
        }
        String service = environment.getProperty("spring.application.name", "dateline");
        return http.addFilterBefore(new CrossSiteGuard(refusals), LogoutFilter.class)
                .addFilterBefore(new CallerFilter(credentials, refusals), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new AuditFilter(changes, service, InstantSource.system()), AuthorizationFilter.class)
                .build();
    }

    /** The others are set by {@link SecurityHeaders}, on answers that never get here, too. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean known) {
        headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults());
        if (known) {
            headers.cacheControl(Customizer.withDefaults());
        }
    }

    private static Buckets buckets(int perSecond, AccessProperties.Rate rate) {
        return new Buckets(perSecond, rate.burst(), rate.addresses(), System::nanoTime);
    }

    private static void rule(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            AccessRules.Rule rule) {
        var matched = rule.method() == null
                ? requests.requestMatchers(rule.path())
                : requests.requestMatchers(rule.method(), rule.path());
        if (rule.role() == null) {
            matched.permitAll();
        } else {
            matched.hasRole(rule.role().name());
        }
    }

    private static void general(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                .hasRole(Role.READER.name())
                .requestMatchers("/actuator/**")
                .hasRole(Role.OPERATOR.name())
                .requestMatchers(HttpMethod.GET)
                .hasRole(Role.READER.name())
                .requestMatchers(HttpMethod.HEAD)
                .hasRole(Role.READER.name())
                .anyRequest()
                .hasRole(Role.OPERATOR.name());
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> accessHeaders() {
        FilterRegistrationBean<SecurityHeaders> bean = new FilterRegistrationBean<>(new SecurityHeaders());
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> accessBodyLimit(AccessProperties properties) {
        FilterRegistrationBean<BodyLimit> bean =
                new FilterRegistrationBean<>(new BodyLimit(properties.maxBody().toBytes()));
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return bean;
    }

    /** A session belongs to this host and path alone, to no script, and to no request that another site begins. */
    @Bean
    ServletContextInitializer accessSessionCookie() {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName("__Host-dateline");
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(true);
            // Not "strict": the identity provider's answer comes from its site.
            cookie.setAttribute("SameSite", "Lax");
        };
    }

    /** Without credentials there is nobody to hide the details of health from. */
    @Bean
    static BeanPostProcessor accessHealthDetails(ObjectProvider<Credentials> credentials) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HealthEndpointProperties health
                        && !credentials.getObject().required()) {
                    health.setShowDetails(Show.ALWAYS);
                }
                return bean;
            }
        };
    }

    @Bean(initMethod = "start")
    ChangeLog accessChangeLog(ProducerFactory<?, ?> producers) {
        return new ChangeLog(producers);
    }

    @Bean
    KafkaAdmin.NewTopics accessTopics(AccessProperties properties) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Topic.CHANGES.topicName())
                .partitions(1)
                .replicas(properties.auditReplicas())
                .configs(Topic.CHANGES.settings())
                .build());
    }
}
