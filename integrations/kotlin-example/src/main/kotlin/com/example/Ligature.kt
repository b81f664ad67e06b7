package com.example

import dev.ligature.path.Condition
import dev.ligature.path.FieldPath
import dev.ligature.repository.Find
import dev.ligature.repository.ProjectedFind

/** `in` is a keyword in Kotlin: `house.name isIn listOf("Oak", "Ash")`. */
infix fun <R : Any, V : Any> FieldPath<R, V>.isIn(values: Collection<V>): Condition<R> = `in`(values)

/** So is `as`: `houses.find().showing<HouseCard>()`. */
inline fun <reified P : Any> Find<*, *>.showing(): ProjectedFind<P> = `as`(P::class.java)
