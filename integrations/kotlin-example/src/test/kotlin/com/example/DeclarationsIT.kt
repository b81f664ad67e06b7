package com.example

import com.example.QCrate.crate
import com.example.QShelf.shelf
import dev.ligature.path.Condition
import dev.ligature.testing.TestDatabase
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.bson.BsonDocument
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import reactor.core.publisher.Mono

/** The part of the catalogue of declarations that is written in Kotlin. */
class DeclarationsIT {
    private val crates = CrateRepository(database.database())
    private val shelves = ShelfRepository(database.database())

    private val built = Crate(
        wood = Wood.OAK,
        counts = mapOf(Wood.OAK to 3),
        price = Money(250),
        offers = listOf(Money(200), Money(220)),
        label = Label("new", Money(5)),
        isOpen = true,
    )

    @Test
    fun `stores a data class`() = runBlocking<Unit> {
        val inserted = crates.insert(built).awaitSingle()

        val stored = Mono.from(crates.collection().withDocumentClass(BsonDocument::class.java).find()).awaitSingle()
        stored.remove("_id")

        assertThat(stored).isEqualTo(
            BsonDocument.parse(
                """
                {
                  wood: 'oak',
                  counts: {oak: 3},
                  price: {${'$'}numberLong: '250'},
                  offers: [{${'$'}numberLong: '200'}, {${'$'}numberLong: '220'}],
                  label: {text: 'new', fee: {${'$'}numberLong: '5'}},
                  isOpen: true
                }
                """,
            ),
        )
        assertThat(crates.find().one().awaitSingle()).isEqualTo(inserted)
        assertThat(inserted.copy(id = null)).isEqualTo(built)
    }

    @Test
    fun `finds by stored names and converted values`() = runBlocking<Unit> {
        crates.insert(built).awaitSingle()

        suspend fun count(condition: Condition<Crate>) = crates.find(condition).count().awaitSingle()

        assertThat(count(crate.wood.eq(Wood.OAK))).isEqualTo(1)
        assertThat(count(crate.wood.eq(Wood.ASH))).isEqualTo(0)
        assertThat(count(crate.counts.key(Wood.OAK).gt(2))).isEqualTo(1)
        assertThat(count(crate.price.lt(Money(300)))).isEqualTo(1)
        assertThat(count(crate.offers.contains(Money(220)))).isEqualTo(1)
        assertThat(count(crate.label.fee.gt(Money(5)))).isEqualTo(0)
    }

    @Test
    fun `stores a class with properties`() = runBlocking<Unit> {
        val inserted = Shelf().apply {
            name = "Oak"
            isOpen = true
            boards.add("top")
        }
        shelves.insert(inserted).awaitSingle()

        val read = shelves.find(shelf.isOpen.eq(true)).one().awaitSingle()

        assertThat(read.id).isNotNull()
        assertThat(read.name).isEqualTo("Oak")
        assertThat(read.boards).containsExactly("top")
    }

    companion object {
        @JvmField
        @RegisterExtension
        val database: TestDatabase = TestDatabase().clearedBeforeEach()
    }
}
