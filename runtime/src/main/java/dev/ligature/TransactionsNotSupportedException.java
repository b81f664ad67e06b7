// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** The server has no transactions: it is a standalone server, or the embedded one. Nothing was written. */
public final class TransactionsNotSupportedException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public TransactionsNotSupportedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
