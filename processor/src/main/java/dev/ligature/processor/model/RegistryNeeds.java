// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which codecs need something from a registry, directly or through what they embed. */
public final class RegistryNeeds {
    private final Map<String, EmbeddedModel> byName = new HashMap<>();

    public RegistryNeeds(Collection<EmbeddedModel> embedded) {
        embedded.forEach(each -> byName.put(each.name(), each));
    }

    public boolean of(ValueModel value) {
        return needs(value, new HashSet<>());
    }

    public boolean of(EmbeddedModel embedded) {
        return needs(embedded, new HashSet<>());
    }

    private boolean needs(ValueModel value, Set<String> visited) {
        if (value instanceof ValueModel.Registered) {
            return true;
        }
        if (value instanceof ValueModel.Sequence sequence) {
            return needs(sequence.element(), visited);
        }
        if (value instanceof ValueModel.MapOf map) {
            return needs(map.value(), visited);
        }
        if (value instanceof ValueModel.Converted converted) {
            return needs(converted.stored(), visited);
        }
        if (value instanceof ValueModel.Embedded reference) {
            EmbeddedModel embedded = byName.get(reference.name());
            return embedded != null && needs(embedded, visited);
        }
        return false;
    }

    private boolean needs(EmbeddedModel embedded, Set<String> visited) {
        if (!visited.add(embedded.name())) {
            return false;
        }
        if (embedded instanceof EmbeddedModel.Union union) {
            return union.subtypes().stream().anyMatch(subtype -> needs(subtype.value(), visited));
        }
        return embedded instanceof EmbeddedModel.Plain plain
                && plain.structure().fields().stream().anyMatch(field -> needs(field.value(), visited));
    }
}
