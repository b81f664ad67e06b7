/** A catalogue of declarations: what a document may look like, compiled as users compile it, written to a server and read back. */
@NullMarked
package dev.ligature.it.declarations;

import org.jspecify.annotations.NullMarked;
