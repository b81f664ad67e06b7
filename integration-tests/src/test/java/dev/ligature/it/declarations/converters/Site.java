// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Converter;
import dev.ligature.annotation.Document;
import java.net.URI;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Converted to a type that only a codec of the registry stores. */
@Document
record Site(
        @Nullable ObjectId id,
        @Convert(HostConverter.class) String host,
        @Convert(HostConverter.class) List<String> others) {
    static final class HostConverter implements Converter<String, URI> {
        @Override
        public URI toStored(String host) {
            return URI.create("https://" + host + "/");
        }

        @Override
        public String fromStored(URI address) {
            return address.getHost();
        }
    }
}
