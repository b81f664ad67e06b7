/** An example: houses with doors and owners, over HTTP. */
@NullMarked
package com.example.homes;

import org.jspecify.annotations.NullMarked;
