// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;

/** The names that follow from a document's name. */
public record DocumentNames(ClassName document) {
    public ClassName codec() {
        return ClassName.get(document.packageName(), flatName() + "Codec");
    }

    public ClassName query() {
        return ClassName.get(document.packageName(), "Q" + flatName());
    }

    public ClassName repository() {
        return ClassName.get(document.packageName(), flatName() + "Repository");
    }

    /** {@code Outer_Inner} of {@code Outer.Inner}. */
    public String flatName() {
        return String.join("_", document.simpleNames());
    }

    /** {@code Outer.Inner}, as messages name it. */
    public String displayName() {
        return String.join(".", document.simpleNames());
    }

    /** The simple name in lower camel case: the default collection and the names of variables. */
    public String variable() {
        return Capitals.decapitalized(document.simpleName());
    }
}
