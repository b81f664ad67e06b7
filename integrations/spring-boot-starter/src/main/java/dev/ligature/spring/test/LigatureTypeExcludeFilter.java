// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out the components of the application, as {@link LigatureTest} says. */
final class LigatureTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<LigatureTest> {
    /** Called by Spring with the class of the test. */
    LigatureTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
