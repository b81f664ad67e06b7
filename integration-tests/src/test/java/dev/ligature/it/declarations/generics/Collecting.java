// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A superclass whose variable stands within other types. */
abstract class Collecting<V> extends Keyed<String, V> {
    List<V> all = new ArrayList<>();
    Map<String, List<V>> named = new LinkedHashMap<>();
    Optional<V> best = Optional.empty();
}
