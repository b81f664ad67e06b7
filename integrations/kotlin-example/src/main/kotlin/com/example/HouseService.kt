package com.example

import com.example.QHouse.house
import com.mongodb.reactivestreams.client.MongoDatabase
import dev.ligature.link.Ref
import dev.ligature.query.WriteRule
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull

class HouseService(database: MongoDatabase) {
    private val houses = HouseRepository(database)

    suspend fun build(name: String, doorHeight: Int): House =
        houses.insert(House(name = name, door = Ref.of(Door(height = doorHeight))), WriteRule.WRITE).awaitSingle()

    suspend fun named(name: String): House? =
        houses.find(house.name.eq(name)).one().awaitSingleOrNull()

    fun withHighDoors(names: Collection<String>): Flow<House> =
        houses.find((house.name isIn names).and(house.door().height.gte(3)))
            .fetch(house.door())
            .sort(house.name.asc())
            .all()
            .asFlow()

    fun cards(): Flow<HouseCard> =
        houses.find().sort(house.name.asc()).showing<HouseCard>().all().asFlow()
}
