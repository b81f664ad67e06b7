// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record that shows some members of a document and of the documents that it links to. Nothing else is read:
 *
 * <pre>{@code
 * @Projection(House.class)
 * record HouseCard(
 *         String name,                                    // House.name
 *         int doorHeight,                                 // House.door, Door.height
 *         @Path("windows.width") List<Integer> widths) {} // of all windows
 *
 * <p>Flux<HouseCard> cards = houses.find(c).as(HouseCard.class).all(); }</pre>
 *
 * <p>A component without {@link Path} shows the document's member of the same name. If there is none, its name is split
 * before a capital letter: {@code doorHeight} is {@code door.height}. Its type is that of the path, or an {@code
 * Optional} of it (or {@code @Nullable}) if something on the way may be absent. If the path goes through a list of
 * links or back links, it is a {@code List} of the values, in the order in which the links are stored and as often as
 * they are stored. Links whose document does not exist, and absent values, are left out. Behind back links the order is
 * that of the ids.
 *
 * <p>The id of a linked document is read from the stored link. So it needs no join, and it is there even if the
 * document is not. A component of the type {@code Ref} or {@code List<Ref>} is a link itself, not fetched.
 *
 * <p>If a component that is not optional has no value, reading the record fails.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Projection {
    /** The document whose members are shown. */
    Class<?> value();
}
