// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Converter;

/** Of a primitive. */
final class YesNoConverter implements Converter<Boolean, String> {
    @Override
    public String toStored(Boolean value) {
        return value ? "yes" : "no";
    }

    @Override
    public Boolean fromStored(String text) {
        return text.equals("yes");
    }
}
