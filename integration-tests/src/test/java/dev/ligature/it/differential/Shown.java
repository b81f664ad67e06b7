// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.List;
import java.util.Map;

/**
 * What a projection shows of a document, and of those behind its links.
 *
 * @param fields members
 * @param ids forward links of which the stored ids are shown
 */
record Shown(List<String> fields, List<String> ids, Map<String, Shown> through) {
    static final Shown NOTHING = new Shown(List.of(), List.of(), Map.of());
}
