package dev.ligature.processor.elsewhere;

/** Stored by a converter. */
public record Grain(String kind) {}
