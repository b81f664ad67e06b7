/** Records and classes: how members are reached, and how objects are made. */
@NullMarked
package dev.ligature.it.declarations.objects;

import org.jspecify.annotations.NullMarked;
