// SPDX-License-Identifier: Apache-2.0
package com.example;

/** What a client sees of a house: ids as text. */
public record HouseView(String id, String name, int rooms, String door) {}
