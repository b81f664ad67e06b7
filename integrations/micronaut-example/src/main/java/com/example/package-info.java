/** A service in Micronaut. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
