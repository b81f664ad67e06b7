// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import dev.ligature.annotation.Document;

/** A document for which nothing is generated. */
@Document
public record Door(String id, int height) {}
