/** References between documents as values: {@link dev.ligature.link.Ref} and {@link dev.ligature.link.BackRef}. */
@NullMarked
package dev.ligature.link;

import org.jspecify.annotations.NullMarked;
