/** References and documents as JSON, with Jackson 3: see {@link dev.ligature.jackson.LigatureModule}. */
@NullMarked
package dev.ligature.jackson;

import org.jspecify.annotations.NullMarked;
