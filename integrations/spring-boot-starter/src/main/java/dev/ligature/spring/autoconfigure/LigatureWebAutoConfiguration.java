// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.LigatureException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.DispatcherHandler;

/** Answers with Ligature's errors as problem details, and reads ids in paths and parameters. */
@AutoConfiguration
@ConditionalOnClass({LigatureException.class, ProblemDetail.class})
@ConditionalOnWebApplication
public final class LigatureWebAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ObjectIdConverter ligatureObjectIdConverter() {
        return new ObjectIdConverter();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(DispatcherHandler.class)
    static class Reactive {
        @Bean
        @ConditionalOnMissingBean
        ReactiveProblemHandler ligatureProblemHandler(ServerCodecConfigurer codecs) {
            return new ReactiveProblemHandler(codecs);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
    static class Servlet {
        @Bean
        @ConditionalOnMissingBean
        ServletProblemAdvice ligatureProblemAdvice() {
            return new ServletProblemAdvice();
        }
    }
}
