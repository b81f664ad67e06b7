/** What documents look like in the database: the schema file, what a change of it breaks, and the diagram. Not API. */
@NullMarked
package dev.ligature.processor.schema;

import org.jspecify.annotations.NullMarked;
