// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What documents hold of links within their embedded values, and where it is. */
class LinkWayTest {
    private static final Ref<Object> OAK = Ref.to("oak");
    private static final Ref<Object> ASH = Ref.to("ash");

    /** A document and an embedded value at once. */
    private record Box(@Nullable Object content, @Nullable Object ref) {
        static Box with(@Nullable Object ref) {
            return new Box(null, ref);
        }

        static Box of(@Nullable Object content) {
            return new Box(content, null);
        }
    }

    private static @Nullable Object content(Object value) {
        return ((Box) value).content();
    }

    private static @Nullable Object ref(Object value) {
        return value instanceof Box box ? box.ref() : null;
    }

    private static LinkType link(LinkHolder... containers) {
        return link(LinkWay.empty().through("content", "c", LinkWayTest::content, containers));
    }

    private static LinkType link(LinkWay way) {
        return DocumentType.builder(Box.class, "boxes")
                .id("id", String.class, ValueCodecs.STRING, box -> null)
                .link("own", "own", LinkShape.ONE, LinkStorage.ID, LinkWayTest::nowhere)
                .link(way, "ref", "r", LinkShape.ONE, LinkStorage.ID, LinkWayTest::ref, LinkWayTest::nowhere)
                .codec(registry -> {
                    throw new AssertionError();
                })
                .build()
                .links()
                .get(1);
    }

    private static DocumentType<?> nowhere() {
        throw new AssertionError();
    }

    @Test
    void areNamedByTheMembersOnTheWay() {
        LinkType link = link(LinkHolder.LISTED);

        assertThat(link.member()).isEqualTo("content.ref");
        assertThat(link.storedName()).isEqualTo("c.r");
        assertThat(link.idPath()).isEqualTo("c.r");
        assertThat(link).hasToString("LinkWayTest.Box.content.ref");
        assertThat(link.owner().link("content.ref")).isSameAs(link);
        assertThat(link.owner().storedNames()).containsExactly("own");
        assertThat(link.isNested()).isTrue();
        assertThat(link.owner().link("own").isNested()).isFalse();
    }

    @Test
    void tellWhetherADocumentHoldsSeveral() {
        assertThat(link().isList()).isFalse();
        assertThat(link().holder()).isEqualTo(LinkHolder.SINGLE);
        assertThat(link(LinkHolder.LISTED).holder()).isEqualTo(LinkHolder.LISTED);
        assertThat(link(LinkHolder.LISTED).isList()).isTrue();
        assertThat(link(LinkHolder.LISTED).shape()).isEqualTo(LinkShape.ONE);
        assertThat(link(LinkHolder.MAPPED).holder()).isEqualTo(LinkHolder.MAPPED);
        assertThat(link(LinkHolder.LISTED, LinkHolder.LISTED).holder()).isEqualTo(LinkHolder.MAPPED);
    }

    @Test
    void holdWhatASingleValueHolds() {
        assertThat(link().held(Box.of(Box.with(OAK)))).isEqualTo(OAK);
        assertThat(link().held(Box.of(Optional.of(Box.with(Optional.of(OAK)))))).isEqualTo(OAK);
        assertThat(link().held(Box.of(Box.with(null)))).isNull();
        assertThat(link().held(Box.of(null))).isNull();
        assertThat(link().held(Box.of(Optional.empty()))).isNull();
        assertThat(link().held(Box.of("another subtype"))).isNull();
    }

    @Test
    void holdAnEntryForEachValueOfAContainer() {
        List<@Nullable Box> list = Arrays.asList(Box.with(OAK), null, Box.with(null), Box.with(ASH));
        Set<Box> set = new LinkedHashSet<>(List.of(Box.with(OAK), Box.with(List.of(ASH))));
        Map<String, @Nullable Box> map = new LinkedHashMap<>();
        map.put("a", Box.with(OAK));
        map.put("b", null);
        map.put("c", Box.with(ASH));

        assertThat(held(link(LinkHolder.LISTED), list)).containsExactly(OAK, null, ASH);
        assertThat(held(link(LinkHolder.LISTED), Optional.of(list))).containsExactly(OAK, null, ASH);
        assertThat(held(link(LinkHolder.LISTED), list.toArray(Box[]::new))).containsExactly(OAK, null, ASH);
        assertThat(held(link(LinkHolder.LISTED), set)).containsExactly(OAK, List.of(ASH));
        assertThat(held(link(LinkHolder.MAPPED), map)).containsExactly(OAK, ASH);
        assertThat(held(link(LinkHolder.MAPPED, LinkHolder.LISTED), Map.of("a", list)))
                .containsExactly(OAK, null, ASH);
        assertThat(held(link(LinkHolder.LISTED), null)).isEmpty();
    }

    @Test
    void tellWhereAnEntryIs() {
        List<@Nullable Box> list = Arrays.asList(Box.with(OAK), null, Box.with(ASH));
        Map<String, List<Box>> map = new LinkedHashMap<>();
        map.put("a", List.of());
        map.put("b", List.of(Box.with(OAK), Box.with(ASH)));

        assertThat(link(LinkHolder.LISTED).place(Box.of(list), 1)).isEqualTo("LinkWayTest.Box.content[2].ref");
        assertThat(link(LinkHolder.LISTED).place(Box.of(list.toArray(Box[]::new)), 0))
                .isEqualTo("LinkWayTest.Box.content[0].ref");
        assertThat(link(LinkHolder.MAPPED, LinkHolder.LISTED).place(Box.of(map), 1))
                .isEqualTo("LinkWayTest.Box.content[\"b\"][1].ref");
        assertThat(link().place(Box.of(Box.with(OAK)), 0)).isEqualTo("LinkWayTest.Box.content.ref");
    }

    @Test
    void leadThroughSeveralMembers() {
        LinkType link = link(LinkWay.empty()
                .through("boxes", "b", LinkWayTest::content, LinkHolder.LISTED)
                .through("inner", "i", LinkWayTest::content)
                .through("rest", "r", LinkWayTest::content, LinkHolder.LISTED));
        Box document = Box.of(List.of(
                Box.of(Box.of(List.of(Box.with(OAK)))),
                Box.of(Optional.empty()),
                Box.of(Box.of(List.of(Box.with(ASH), Box.with(OAK))))));

        assertThat(link.member()).isEqualTo("boxes.inner.rest.ref");
        assertThat(held(link, document.content())).containsExactly(OAK, ASH, OAK);
        assertThat(link.place(document, 2)).isEqualTo("LinkWayTest.Box.boxes[2].inner.rest[1].ref");
        assertThat(link.holder()).isEqualTo(LinkHolder.LISTED);
    }

    @SuppressWarnings("unchecked") // it returns a list where there are containers
    private static List<@Nullable Object> held(LinkType link, @Nullable Object content) {
        Object held = link.held(Box.of(content));
        return held == null ? Collections.emptyList() : new ArrayList<>((List<@Nullable Object>) held);
    }
}
