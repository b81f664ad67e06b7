package dev.ligature.processor.elsewhere;

/** Embedded. */
public record Place(String city) {}
