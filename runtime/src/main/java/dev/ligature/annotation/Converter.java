// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

/**
 * Says how values of a type are stored: as values of another type, which Ligature or a codec of the database's registry
 * stores. {@link Convert} names it at a member.
 *
 * <pre>{@code
 * final class MoneyConverter implements Converter<Money, Long> {
 *     @Override
 *     public Long toStored(Money money) {
 *         return money.cents();
 *     }
 *
 *     @Override
 *     public Money fromStored(Long cents) {
 *         return new Money(cents);
 *     }
 * }
 * }</pre>
 *
 * <p>A converter has a constructor without parameters. Generated code creates it, and calls it from many threads at a time,
 * so it has no mutable state. It sees no null and returns none: an absent value is absent on both sides.
 *
 * <p>Values that are equal have to be stored alike, because conditions compare what is stored.
 *
 * @param <A> the type of the values in Java
 * @param <S> the type as which they are stored
 */
public interface Converter<A, S> {
    /** Returns what is stored for the given value. */
    S toStored(A value);

    /**
     * Returns the value for which the given one is stored.
     *
     * @throws RuntimeException if there is none: reading the document fails, and the error names the field
     */
    A fromStored(S stored);
}
