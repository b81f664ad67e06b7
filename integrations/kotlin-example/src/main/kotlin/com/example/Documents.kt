package com.example

import dev.ligature.annotation.BackLink
import dev.ligature.annotation.Document
import dev.ligature.annotation.Indexed
import dev.ligature.annotation.Link
import dev.ligature.link.BackRef
import dev.ligature.link.Ref
import org.bson.types.ObjectId

@Document(collection = "houses")
data class House(
    val id: ObjectId? = null,
    @Indexed val name: String,
    @Link val door: Ref<Door>,
    @Link val yard: Ref<Yard>? = null,
)

@Document(collection = "doors")
data class Door(
    val id: ObjectId? = null,
    @Indexed val height: Int,
    @BackLink(originalField = "door") val house: BackRef<House> = BackRef.notFetched(),
)

@Document(collection = "yards")
data class Yard(val id: ObjectId? = null, val size: Int)
