// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import dev.ligature.annotation.Document;
import java.util.UUID;

/** Its id is a string, and its key a UUID. */
@Document
class Ash extends Keyed<String, UUID> {}
