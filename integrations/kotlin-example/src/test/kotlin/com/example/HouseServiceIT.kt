package com.example

import dev.ligature.testing.TestDatabase
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Documents, queries and coroutines in Kotlin. */
class HouseServiceIT {
    private val service = HouseService(database.database())

    @Test
    fun `writes and finds through a link`() = runBlocking<Unit> {
        service.build("Oak", 3)
        service.build("Ash", 2)

        val found = service.withHighDoors(listOf("Oak", "Ash")).toList()

        assertThat(found.map { it.name }).containsExactly("Oak")
        assertThat(found.single().door.get().height).isEqualTo(3)
        assertThat(found.single().yard).isNull()
    }

    @Test
    fun `gives a new document its id`() = runBlocking<Unit> {
        val built = service.build("Elm", 1)

        assertThat(built.id).isNotNull()
        assertThat(service.named("Elm")).isEqualTo(built)
        assertThat(service.named("Fir")).isNull()
    }

    @Test
    fun `shows a projection`() = runBlocking<Unit> {
        service.build("Oak", 3)

        assertThat(service.cards().toList()).containsExactly(HouseCard("Oak", 3))
    }

    companion object {
        @JvmField
        @RegisterExtension
        val database: TestDatabase = TestDatabase().clearedBeforeEach()
    }
}
