// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

/**
 * A delete was refused, before anything was changed, because other documents refer to what it would delete and the back
 * link is declared {@code RESTRICT}. The message names the documents, the back link, the link and the number of
 * referrers.
 */
public final class DeleteRestrictedException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public DeleteRestrictedException(String message) {
        super(message, null);
    }
}
