// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

/**
 * Something that is reachable from a document needs a type that does not exist yet. Another processor may generate it,
 * so the document has to wait for the next round.
 */
public final class UnresolvedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
