// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import org.jspecify.annotations.Nullable;

/**
 * A document of a random model, as generated codecs fill one: values and links in the order of the declaration. A type is found by
 * its class, so there is a class for each type of a model, and every model uses the same ones.
 */
abstract class Thing {
    @Nullable
    Object id;

    final @Nullable Object[] values;
    /** Of links in boxes as a codec's {@code link(…)} returns it. */
    final @Nullable Object[] links;

    /** Where a link is in boxes, the boxes. */
    final @Nullable Object[] boxes;

    private final Model.Type type;

    private Thing(Model.Type type) {
        this.type = type;
        this.values = new Object[type.fields().size()];
        this.links = new Object[type.links().size()];
        this.boxes = new Object[type.links().size()];
    }

    static Thing of(Model.Type type) {
        if (type.isPermitted()) {
            return type.family() - type.index() == 1 ? new Second(type) : new First(type);
        }
        return switch (type.index()) {
            case 0 -> new A(type);
            case 1 -> new B(type);
            case 2 -> new C(type);
            default -> new D(type);
        };
    }

    @SuppressWarnings("unchecked") // every subclass stands for all: what differs is in the type
    static Class<Thing> classOf(Model.Type type) {
        return (Class<Thing>) (type.isSealed() ? Member.class : of(type).getClass());
    }

    void set(String field, @Nullable Object value) {
        values[type.fields().indexOf(type.field(field))] = value;
    }

    Model.Type type() {
        return type;
    }

    Thing copy() {
        Thing copy = of(type);
        copy.id = id;
        System.arraycopy(values, 0, copy.values, 0, values.length);
        System.arraycopy(links, 0, copy.links, 0, links.length);
        System.arraycopy(boxes, 0, copy.boxes, 0, boxes.length);
        return copy;
    }

    /** What a sealed type permits. */
    private abstract static class Member extends Thing {
        private Member(Model.Type type) {
            super(type);
        }
    }

    private static final class First extends Member {
        First(Model.Type type) {
            super(type);
        }
    }

    private static final class Second extends Member {
        Second(Model.Type type) {
            super(type);
        }
    }

    private static final class A extends Thing {
        A(Model.Type type) {
            super(type);
        }
    }

    private static final class B extends Thing {
        B(Model.Type type) {
            super(type);
        }
    }

    private static final class C extends Thing {
        C(Model.Type type) {
            super(type);
        }
    }

    private static final class D extends Thing {
        D(Model.Type type) {
            super(type);
        }
    }
}
