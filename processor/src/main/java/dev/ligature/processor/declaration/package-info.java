/** What was written: mirrors read into typed records. Not API. */
@NullMarked
package dev.ligature.processor.declaration;

import org.jspecify.annotations.NullMarked;
