// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.LigatureException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/** Errors in both kinds of web applications. */
class LigatureWebAutoConfigurationTest {
    private static final AutoConfigurations WEB = AutoConfigurations.of(LigatureWebAutoConfiguration.class);

    private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    LigatureWebAutoConfiguration.class,
                    CodecsAutoConfiguration.class,
                    WebFluxAutoConfiguration.class,
                    HttpHandlerAutoConfiguration.class));

    @Test
    void handlesErrorsInWebFlux() {
        reactive.run(context -> assertThat(context)
                .hasSingleBean(ReactiveProblemHandler.class)
                .hasSingleBean(ObjectIdConverter.class)
                .doesNotHaveBean(ServletProblemAdvice.class));
    }

    @Test
    void handlesNoneWithoutWebFlux() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(WEB)
                .withClassLoader(new FilteredClassLoader(DispatcherHandler.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveProblemHandler.class));
    }

    @Test
    void handlesErrorsInMvc() {
        new WebApplicationContextRunner().withConfiguration(WEB).run(context -> {
            assertThat(context)
                    .hasSingleBean(ServletProblemAdvice.class)
                    .hasSingleBean(ObjectIdConverter.class)
                    .doesNotHaveBean(ReactiveProblemHandler.class);
            ServletProblemAdvice advice = context.getBean(ServletProblemAdvice.class);
            assertThat(advice.problem(new DocumentNotFoundException("gone")).getStatus())
                    .isEqualTo(404);
            LigatureException other = new LigatureException("the application's own", null);
            assertThatThrownBy(() -> advice.problem(other)).isSameAs(other);
        });
    }

    @Test
    void handlesNoneWithoutMvc() {
        new WebApplicationContextRunner()
                .withConfiguration(WEB)
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ServletProblemAdvice.class));
    }

    @Test
    void handlesNoneOutsideTheWeb() {
        new ApplicationContextRunner().withConfiguration(WEB).run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(ReactiveProblemHandler.class)
                .doesNotHaveBean(ServletProblemAdvice.class));
    }
}
