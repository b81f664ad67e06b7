// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;

/** To a text: what converters to texts have in common. */
abstract class TextConverter<T> implements Converter<T, String> {
    @Override
    public String toStored(T value) {
        return value.toString();
    }
}
