/** The rules for documents and the messages that tell of them. Not API. */
@NullMarked
package dev.ligature.processor.validate;

import org.jspecify.annotations.NullMarked;
