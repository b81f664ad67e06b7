// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A root and all that was fetched with it as text: values, and of every link the state, the order and the duplicates. A document is
 * told where it is met first, then by its name; a second object of it is named as such.
 */
final class ActualGraph {
    static final String NOTHING = "nothing";

    private final Map<String, Thing> told = new HashMap<>();

    private ActualGraph() {}

    static String of(Thing root) {
        return new ActualGraph().document(root);
    }

    static String notFetched(Object id) {
        return "to " + id;
    }

    static String missing(Object id) {
        return "missing " + id;
    }

    private String document(Thing thing) {
        Model.Type type = thing.type();
        String name = type.name() + thing.id;
        Thing known = told.putIfAbsent(name, thing);
        if (known != null) {
            return known == thing ? name : name + ", another object";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < thing.values.length; i++) {
            parts.add(type.fields().get(i).name() + "=" + thing.values[i]);
        }
        for (int i = 0; i < thing.links.length; i++) {
            Model.Link link = type.links().get(i);
            parts.add(link.name() + "=" + value(thing.links[i]));
        }
        return name + parts;
    }

    private String value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList().toString();
        }
        if (value instanceof Ref<?> ref) {
            return ref.isFetched()
                    ? document((Thing) ref.get())
                    : ref.isMissing() ? missing(String.valueOf(ref.id())) : notFetched(String.valueOf(ref.id()));
        }
        if (value instanceof BackRef<?> ref) {
            return ref.isFetched() ? document((Thing) ref.get()) : ref.isMissing() ? missing("") : notFetched("");
        }
        return NOTHING;
    }
}
