/** What queries are told and what they tell: rules, strategies, plans and pages, as values. */
@NullMarked
package dev.ligature.query;

import org.jspecify.annotations.NullMarked;
