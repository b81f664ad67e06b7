// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

/**
 * A change was refused, before anything was written, because it would remove a link that a document's declaration
 * requires. The message names the link and the documents.
 */
public final class RequiredLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public RequiredLinkException(String message) {
        super(message, null);
    }
}
