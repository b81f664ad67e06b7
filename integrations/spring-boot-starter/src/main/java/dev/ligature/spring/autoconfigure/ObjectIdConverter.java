// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import org.bson.types.ObjectId;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads ids in paths and parameters of requests: {@code @PathVariable ObjectId id}. Uses no reflection, so it works in
 * a native image too.
 */
final class ObjectIdConverter implements Converter<String, ObjectId> {
    @Override
    public ObjectId convert(String text) {
        if (!ObjectId.isValid(text)) {
            throw new IllegalArgumentException("not an ObjectId, which is written as 24 hexadecimal digits");
        }
        return new ObjectId(text);
    }
}
