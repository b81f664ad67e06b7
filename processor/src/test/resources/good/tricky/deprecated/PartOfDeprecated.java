package com.example;

import dev.ligature.annotation.Projection;

/** The type of its component is named through a deprecated document. */
@Projection(Deprecations.Outdated.class)
@SuppressWarnings("deprecation")
public record PartOfDeprecated(Deprecations.Outdated.Part part) {}
