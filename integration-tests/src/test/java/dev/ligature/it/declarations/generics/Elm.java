// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import dev.ligature.annotation.Document;

/** Its values are records. */
@Document
class Elm extends Collecting<Elm.Ring> {
    record Ring(int year, double width) {}
}
