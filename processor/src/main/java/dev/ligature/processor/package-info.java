/** The annotation processor. Not API: only {@link dev.ligature.processor.DocumentProcessor} is named, in the service file. */
@NullMarked
package dev.ligature.processor;

import org.jspecify.annotations.NullMarked;
