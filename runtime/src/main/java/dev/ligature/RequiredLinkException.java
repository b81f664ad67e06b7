package dev.ligature;

/**
 * A change was refused, before anything was written, because it would leave a document without a link that its declaration
 * requires. The text names the link and the documents.
 */
public final class RequiredLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public RequiredLinkException(String message) {
        super(message, null);
    }
}
