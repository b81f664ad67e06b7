/** The exceptions of Ligature; each names the document, the member and the id it is about. */
@NullMarked
package dev.ligature;

import org.jspecify.annotations.NullMarked;
