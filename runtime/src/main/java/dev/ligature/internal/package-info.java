/** Not API: shared secrets between the public packages and the machinery behind them. */
@NullMarked
package dev.ligature.internal;

import org.jspecify.annotations.NullMarked;
