/** The documents: the packages of a Linux distribution, their sources and their sections. */
@NullMarked
package dev.ligature.sample.model;

import org.jspecify.annotations.NullMarked;
