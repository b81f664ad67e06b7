// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import java.util.List;

/**
 * A command failed in the driver or on the server: the server cannot be reached, the client is closed, a {@linkplain
 * DuplicateKeyException unique index} refuses a document, … The driver's exception is the {@linkplain #getCause() cause}.
 */
public class OperationException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public OperationException(String message, Throwable cause) {
        super(message, cause);
    }

    public OperationException(String message, Throwable cause, List<WrittenDocument> written) {
        super(message, cause, written);
    }
}
