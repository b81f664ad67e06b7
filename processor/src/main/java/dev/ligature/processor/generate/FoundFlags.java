// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which fields were there, for members whose locals do not tell: primitives, and members that keep what the
 * constructor gave them. A few such members have a boolean each. Many share the bits of a {@code long}, one bit for
 * each place among the stored names, because the JVM's compiler does badly with a loop that carries dozens of booleans
 * and checks them all at once.
 */
final class FoundFlags {
    private static final int MOST_BOOLEANS = 8;

    private final CodecScope scope;
    /** In the order of their places. */
    private final List<MemberModel.Stored> members;
    /** For booleans, by the index of the member; for words, by their number. */
    private final Map<Integer, String> names = new HashMap<>();

    FoundFlags(CodecScope scope, List<MemberModel.Stored> members, TakenNames allocator) {
        this.scope = scope;
        this.members = List.copyOf(members);
        for (int i = 0; i < members.size(); i++) {
            String name = areBits() ? "found" : members.get(i).name() + "Found";
            names.computeIfAbsent(areBits() ? word(members.get(i)) : i, key -> allocator.newName(name));
        }
    }

    private boolean areBits() {
        return members.size() > MOST_BOOLEANS;
    }

    private int word(MemberModel member) {
        return scope.place(member) / Long.SIZE;
    }

    private static CodeBlock bit(int place) {
        return CodeBlock.of("1L << $L", place % Long.SIZE);
    }

    boolean has(MemberModel member) {
        return members.contains(member);
    }

    /** Declared with the local of a member that has a flag. */
    CodeBlock declare(MemberModel member) {
        int index = members.indexOf(member);
        if (!areBits()) {
            return CodeBlock.of("boolean $N = false;\n", names.get(index));
        }
        boolean isFirst = index == 0 || word(members.get(index - 1)) != word(member);
        return isFirst
                ? CodeBlock.of(
                        "long $N = 0; // a bit for each field that was there, by its place\n", names.get(word(member)))
                : CodeBlock.of("");
    }

    CodeBlock set(MemberModel member) {
        return areBits()
                ? CodeBlock.of("$N |= $L", names.get(word(member)), bit(scope.place(member)))
                : CodeBlock.of("$N = true", names.get(members.indexOf(member)));
    }

    /** The condition, to be used alone between parentheses. */
    CodeBlock isSet(MemberModel member) {
        return areBits()
                ? CodeBlock.of("($N & $L) != 0", names.get(word(member)), bit(scope.place(member)))
                : CodeBlock.of("$N", names.get(members.indexOf(member)));
    }

    /** Statements that check that some of the members were there. */
    CodeBlock require(List<MemberModel.Stored> required) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!areBits()) {
            required.forEach(member -> code.addStatement("requireFound($L, $S)", isSet(member), member.storedName()));
            return code.build();
        }
        List<Integer> words = new ArrayList<>();
        for (MemberModel.Stored member : required) {
            if (!words.contains(word(member))) {
                words.add(word(member));
            }
        }
        for (int word : words) {
            long mask = required.stream()
                    .filter(member -> word(member) == word)
                    .mapToLong(member -> 1L << scope.place(member) % Long.SIZE)
                    .reduce(0, (one, other) -> one | other);
            code.addStatement(
                    "requireFound($N, $L, $N, 0x$LL)",
                    scope.names().fields(),
                    word * Long.SIZE,
                    names.get(word),
                    Long.toHexString(mask));
        }
        return code.build();
    }
}
