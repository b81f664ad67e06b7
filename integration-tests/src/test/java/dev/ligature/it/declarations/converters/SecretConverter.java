// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;

/** To another text. */
final class SecretConverter implements Converter<String, String> {
    @Override
    public String toStored(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Override
    public String fromStored(String text) {
        return toStored(text);
    }
}
