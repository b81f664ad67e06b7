/** Not API: turns stored documents into graphs of linked ones. */
@NullMarked
package dev.ligature.internal.fetch;

import org.jspecify.annotations.NullMarked;
