package dev.ligature.spring.autoconfigure;

import dev.ligature.jackson.RefFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How JSON shows links.
 *
 * @param refs what a reference is in JSON, where a member does not say otherwise: its id, or its document once that is fetched
 * @param depth how many levels of documents are nested through references; past it there are ids
 */
@ConfigurationProperties("ligature.json")
public record LigatureJsonProperties(
        @DefaultValue("id") RefFormat refs,
        @DefaultValue("3") int depth) {}
