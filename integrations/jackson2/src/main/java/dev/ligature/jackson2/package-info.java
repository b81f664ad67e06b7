/** References and documents as JSON, with Jackson 2: see {@link dev.ligature.jackson2.LigatureModule}. */
@NullMarked
package dev.ligature.jackson2;

import org.jspecify.annotations.NullMarked;
