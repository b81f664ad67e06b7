// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.jackson.RefFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links are written as JSON.
 *
 * @param refs what a reference is written as, unless a member says otherwise: its id, or the document if it was fetched
 * @param depth how many levels of documents are nested through references; deeper references are written as ids
 */
@ConfigurationProperties("ligature.json")
public record LigatureJsonProperties(
        @DefaultValue("id") RefFormat refs,
        @DefaultValue("3") int depth) {}
