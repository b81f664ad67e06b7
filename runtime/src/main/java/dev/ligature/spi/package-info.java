/** What generated code calls. Public for that code alone: it may change in any release together with the processor. */
@NullMarked
package dev.ligature.spi;

import org.jspecify.annotations.NullMarked;
