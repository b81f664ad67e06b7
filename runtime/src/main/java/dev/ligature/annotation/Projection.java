package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record that shows some members of a document and of the documents that it links to. Only these are read:
 *
 * <pre>{@code
 * @Projection(House.class)
 * record HouseCard(
 *         String name,                                    // House.name
 *         int doorHeight,                                 // House.door, Door.height
 *         @Path("windows.width") List<Integer> widths) {} // of all windows
 *
 * Flux<HouseCard> cards = houses.find(c).as(HouseCard.class).all();
 * }</pre>
 *
 * <p>A component without {@link Path} is the document's member of its name; else its name is split where a capital letter
 * starts: {@code doorHeight} is {@code door.height}. Its type is that of the path. Where something on the way may be absent it
 * is an {@code Optional} of that type, or {@code @Nullable}. Through a list of links or back links it is a {@code List}: the
 * values in the order in which the links are stored, as often as they are stored; links whose document does not exist and
 * values that are absent are left out. Behind back links the order is that of the ids.
 *
 * <p>The id of a linked document is read where the link stores it, so it costs no join, and it is there even where the document
 * is not. A component of the type {@code Ref} or {@code List<Ref>} is a link itself, not fetched.
 *
 * <p>A component that is not optional, but for which there is no value, is an error when the record is read.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Projection {
    /** The document. */
    Class<?> value();
}
