// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.GONE;
import static dev.ligature.it.StoredHouses.LOST;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.RequiredLinkException;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.link.Ref;
import dev.ligature.query.RepairRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Removing links without a target, and nothing else. */
class RepairIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final StoredHouses stored = new StoredHouses(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        db.clear();
        recorder.clear();
    }

    @Test
    void pullsWhatDanglesAndLeavesTheRestAsItIs() {
        stored.targets();
        stored.house(1, "win: [$b, $gone, $a, null, $lost, $gone, $b]");
        stored.house(2, "win: [$a, $b, $a]");
        stored.house(3, "win: [{$ref: 'windows', $id: $gone}, {$ref: 'windows', $id: $a}]");
        stored.house(4, "win: [$lost]");
        stored.house(5, "win: null");

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(3);

        assertThat(recorder).containsExactly(find("houses"), find("windows"), update("houses"));
        assertThat(stored.get(1)).isEqualTo(StoredHouses.document(1, "door: $a, win: [$b, $a, null, $b]"));
        assertThat(stored.get(2)).isEqualTo(StoredHouses.document(2, "door: $a, win: [$a, $b, $a]"));
        assertThat(stored.get(3)).isEqualTo(StoredHouses.document(3, "door: $a, win: [{$ref: 'windows', $id: $a}]"));
        assertThat(stored.get(4)).isEqualTo(StoredHouses.document(4, "door: $a, win: []"));
        assertThat(stored.get(5)).isEqualTo(StoredHouses.document(5, "door: $a, win: null"));
        recorder.clear();

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isZero();
        assertThat(recorder).containsExactly(find("houses"), find("windows"));
        assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
    }

    @Test
    void pullsValuesAsTheyAreStored() {
        stored.targets();
        stored.house(
                1, "win: [$gone, $a, {$ref: 'windows', $id: $gone}, {$ref: 'windows', $id: $lost, $db: 'd'}, $gone]");

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder, houseId(1), "1", GONE, "X", LOST, "Y"))
                .containsExactly(
                        "houses: all {'_id': {'$in': [1]}, '$and': [{'win': {'$in': [X, {'$ref': 'windows', '$id': X},"
                                + " {'$ref': 'windows', '$id': Y, '$db': 'd'}]}}, {'win': {'$type': 'array'}}]}"
                                + " {'$pull': {'win': {'$in': [X, {'$ref': 'windows', '$id': X}, {'$ref': 'windows',"
                                + " '$id': Y, '$db': 'd'}]}}}");
        assertThat(stored.get(1)).isEqualTo(StoredHouses.document(1, "door: $a, win: [$a]"));
    }

    @Test
    void removesOptionalMembersInWhichSomethingDangles() {
        stored.targets();
        stored.house(1, "yard: $gone, owners: [$a, $gone]");
        stored.house(2, "yard: $a, owners: [$a, $b]");
        stored.house(3, "yard: {$ref: 'yards', $id: $lost}, owners: null");

        assertThat(get(db.houses.repair(house.yard(), RepairRule.PULL))).isEqualTo(2);
        assertThat(get(db.houses.repair(house.owners(), RepairRule.UNSET))).isEqualTo(1);

        assertThat(stored.get(1)).isEqualTo(StoredHouses.document(1, "door: $a, win: []"));
        assertThat(stored.get(2)).isEqualTo(StoredHouses.document(2, "door: $a, win: [], yard: $a, owners: [$a, $b]"));
        assertThat(stored.get(3)).isEqualTo(StoredHouses.document(3, "door: $a, win: [], owners: null"));
        stored.house(4, "yard: $gone");
        assertThat(get(db.houses.repair(house.yard(), RepairRule.UNSET))).isEqualTo(1);
        assertThat(SentUpdates.in(recorder, houseId(4), "4", GONE, "X"))
                .containsExactly(
                        "houses: all {'_id': {'$in': [4]}, '$and': [{'yard': {'$in': [X]}}]} {'$unset': {'yard': ''}}");
    }

    @Test
    void refusesToRemoveRequiredMembersBeforeAnythingIsSent() {
        stored.house(1, "win: [$gone]");

        for (RepairRule rule : RepairRule.values()) {
            assertThatThrownBy(() -> get(db.houses.repair(house.door(), rule)))
                    .isInstanceOf(RequiredLinkException.class)
                    .hasMessageContaining("House.door is required")
                    .hasMessageContaining("Attach another Door");
        }
        assertThatThrownBy(() -> get(db.houses.repair(house.windows(), RepairRule.UNSET)))
                .isInstanceOf(RequiredLinkException.class)
                .hasMessageContaining("House.windows is required")
                .hasMessageContaining("RepairRule.PULL");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void raisesTheVersionsOfRepairedDocuments() {
        AccountRepository accounts = new AccountRepository(DATABASE.database());
        Account saved = get(accounts.save(new Account("repaired", 1, 0, List.of(Ref.to(GONE)))));

        assertThat(get(accounts.repair(account.ledgers(), RepairRule.PULL))).isEqualTo(1);

        Account repaired = get(accounts.findById("repaired"));
        assertThat(repaired.ledgers()).isEmpty();
        assertThat(repaired.version()).isEqualTo(saved.version() + 1);
    }
}
