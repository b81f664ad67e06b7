/**
 * What frameworks give to Ligature and get from it: the sessions of their transactions, a hook before writes, the name
 * of the operation to which a command belongs, and the index of what the processor has generated.
 */
@NullMarked
package dev.ligature.integration;

import org.jspecify.annotations.NullMarked;
