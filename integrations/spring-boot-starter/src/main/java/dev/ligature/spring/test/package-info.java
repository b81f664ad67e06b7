/** Tests of what an application stores. */
@NullMarked
package dev.ligature.spring.test;

import org.jspecify.annotations.NullMarked;
