// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.BackRef;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * A property that holds back references. It is left out if they were not fetched, because nobody knows then what to
 * write.
 */
final class BackLinkProperty extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    BackLinkProperty(BeanPropertyWriter base) {
        super(base);
    }

    private BackLinkProperty(BeanPropertyWriter base, PropertyName name) {
        super(base, name);
    }

    @Override
    protected BeanPropertyWriter _new(PropertyName newName) {
        return new BackLinkProperty(this, newName);
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        if (isFetched(get(bean))) {
            super.serializeAsProperty(bean, generator, context);
        }
    }

    private boolean isFetched(@Nullable Object value) {
        Object held = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (held instanceof BackRef<?> ref) {
            return ref.isFetched() || ref.isMissing();
        }
        if (held instanceof Collection<?> refs) {
            return areFetched(refs);
        }
        // An empty Optional, or null: of a single back reference it is what a fetch leaves if nothing refers to the
        // document, but of a list it says that there was no fetch.
        return !BackLinkModifier.isList(getType().isReferenceType() ? getType().getContentType() : getType());
    }

    @SuppressWarnings("unchecked") // the property's type says so
    private static boolean areFetched(Collection<?> refs) {
        return BackRef.areFetched((Collection<BackRef<?>>) refs);
    }
}
