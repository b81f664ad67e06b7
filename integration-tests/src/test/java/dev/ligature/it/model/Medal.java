// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

/** Its link cannot be unset. */
@Document(collection = "medals")
public record Medal(String id, @Link Ref<Sailor> holder) {}
