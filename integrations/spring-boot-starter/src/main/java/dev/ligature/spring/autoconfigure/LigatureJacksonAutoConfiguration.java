// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.jackson.LigatureModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Provides the module for documents and their links as JSON. Boot adds it to each mapper that it creates. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass({JacksonModule.class, LigatureModule.class})
@EnableConfigurationProperties(LigatureJsonProperties.class)
public final class LigatureJacksonAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    LigatureModule ligatureModule(LigatureJsonProperties properties) {
        return new LigatureModule().withRefs(properties.refs()).withDepth(properties.depth());
    }
}
