package dev.ligature.processor.resolve;

/**
 * A type that something reachable from a document needs is not there yet: another processor may generate it, so the document
 * has to wait for the next round.
 */
public final class UnresolvedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
