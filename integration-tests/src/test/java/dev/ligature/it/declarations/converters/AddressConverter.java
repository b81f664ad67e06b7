// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import java.net.URI;

/** A converter that inherits what it converts. */
final class AddressConverter extends TextConverter<URI> {
    @Override
    public URI fromStored(String text) {
        return URI.create(text);
    }
}
