// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.elsewhere;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

/** A document that is compiled already when its projections are; its link leads to one that only its package sees. */
@Document
public record Barn(String id, String name, @Link Ref<Gate> gate) {}
