package com.example

import dev.ligature.annotation.Convert
import dev.ligature.annotation.Converter
import dev.ligature.annotation.Document
import org.bson.codecs.pojo.annotations.BsonProperty
import org.bson.types.ObjectId

/** Enums, keys, converters and defaults, as Kotlin declares them. */
@Document(collection = "crates")
data class Crate(
    val id: ObjectId? = null,
    val wood: Wood,
    val counts: Map<Wood, Int> = mapOf(),
    @Convert(MoneyConverter::class) val price: Money,
    @Convert(MoneyConverter::class) val offers: List<Money> = listOf(),
    val label: Label? = null,
    val isOpen: Boolean = false,
)

enum class Wood {
    @BsonProperty("oak")
    OAK,
    ASH,
}

data class Money(val cents: Long)

class MoneyConverter : Converter<Money, Long> {
    override fun toStored(value: Money): Long = value.cents

    override fun fromStored(stored: Long): Money = Money(stored)
}

data class Label(val text: String, @Convert(MoneyConverter::class) val fee: Money?)

/** A class whose properties are set one by one. */
@Document(collection = "shelves")
class Shelf {
    var id: ObjectId? = null
    var name: String = "new"
    var isOpen: Boolean = false
    var boards: MutableList<String> = mutableListOf()
}
