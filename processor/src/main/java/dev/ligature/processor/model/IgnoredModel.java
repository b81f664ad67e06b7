package dev.ligature.processor.model;

/** A member that is not stored, but that the constructor wants a value for. */
public record IgnoredModel(Property property) implements MemberModel {}
