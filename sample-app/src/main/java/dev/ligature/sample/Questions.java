// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.repository.FindOne;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.sample.model.Control;
import dev.ligature.sample.model.ControlRepository;
import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.PackageCard;
import dev.ligature.sample.model.QControl;
import dev.ligature.sample.model.QPackage;
import dev.ligature.sample.model.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The questions of the tour, and how their answers read. */
final class Questions {
    private static final QPackage<Package> PACKAGE = QPackage.package_;

    /** How many entries of a long list are shown. */
    private static final int LINES = 8;

    /** How many names are shown in a line. */
    private static final int NAMES = 4;

    private static final int PAGE_SIZE = 20;

    private static final Comparator<Package> LARGEST_FIRST =
            Comparator.comparingLong(Package::installedSizeKiB).reversed().thenComparing(Package::name);

    private static final QControl<Control> CONTROL = QControl.control;

    private final PackageService packages;
    private final ControlRepository controls;

    private Questions(PackageService packages, ControlRepository controls) {
        this.packages = packages;
        this.controls = controls;
    }

    static List<Question> about(PackageService packages, ControlRepository controls) {
        Questions questions = new Questions(packages, controls);
        return List.of(
                questions.dependencies("git"),
                questions.requiredBy("libssl3"),
                questions.page("net", "python", 2),
                questions.pages("python", 5),
                questions.cards("python", 5),
                questions.dangling("prosody"),
                questions.binaries("gcc-12"),
                questions.recommendingOnly(),
                questions.fetchedOnDemand(1_000),
                questions.needing("libc6", ">= 2.34"),
                questions.relations("git"));
    }

    private Question dependencies(String name) {
        FindOne<Package> find = packages.withDependencies(name, 2);
        return new Question(
                "What does " + name + " depend on, two levels deep?", find.plan(), find.flatMapIterable(found -> {
                    List<Package> direct = Ref.fetched(found.depends());
                    Set<String> behind = new HashSet<>();
                    direct.forEach(each -> behind.addAll(Names.of(each.depends())));
                    return lines(
                            text(
                                    "%s %s: %,d packages, which depend on %,d",
                                    name, found.version(), direct.size(), behind.size()),
                            direct,
                            direct.size(),
                            each -> text("%-20s %s", each.name(), some(Names.of(each.depends()))));
                }));
    }

    private Question requiredBy(String name) {
        FindOne<Package> find = packages.withRequiredBy(name);
        return new Question("What requires " + name + "?", find.plan(), find.flatMapIterable(found -> {
            List<Package> requiring = largestFirst(BackRef.fetched(found.requiredBy()));
            return lines(text("%,d packages, the largest first", requiring.size()), requiring, LINES, Questions::sized);
        }));
    }

    private Question page(String section, String dependsOnSection, int number) {
        Find<Package, String> page = packages.largest(
                        PackageQuery.ofSection(section).dependingOnSection(dependsOnSection))
                .skip((number - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .fetch(PACKAGE.depends());
        return new Question(
                text("Which packages of section %s depend on something of section %s?", section, dependsOnSection)
                        + text(" Page %d, the largest first", number),
                page.plan(),
                page.all()
                        .collectList()
                        .flatMapIterable(found -> lines(
                                text("%d packages on the page", found.size()),
                                found,
                                found.size(),
                                each -> text("%s  %s", sized(each), some(dependenciesIn(dependsOnSection, each))))));
    }

    private Question pages(String section, int size) {
        Find<Package, String> find = packages.largest(PackageQuery.ofSection(section));
        PageRequest first = PageRequest.first(size);
        return new Question(
                text(
                        "Which are the largest packages of section %s? Two pages, the second by the first one's token",
                        section),
                find.plan(first),
                find.page(first)
                        .expand(page -> Mono.justOrEmpty(page.nextRequest()).flatMap(find::page))
                        .take(2)
                        .concatMapIterable(page -> lines(
                                text("a page of %d packages", page.items().size()),
                                page.items(),
                                size,
                                Questions::sized)));
    }

    private Question cards(String section, int count) {
        ProjectedFind<PackageCard> find =
                packages.largest(PackageQuery.ofSection(section)).limit(count).as(PackageCard.class);
        return new Question(
                "From which sections do they need packages? Only what is shown is read",
                find.plan(),
                find.all()
                        .collectList()
                        .flatMapIterable(cards -> lines(
                                text("%d cards", cards.size()),
                                cards,
                                count,
                                card -> text(
                                        "%-28s from %-20s needs %s",
                                        card.name(),
                                        card.sourceName(),
                                        some(card.neededSections().stream()
                                                .distinct()
                                                .toList())))));
    }

    private static List<String> dependenciesIn(String section, Package dependent) {
        return Ref.fetched(dependent.depends()).stream()
                .filter(each -> Names.ofSection(each.section()).equals(section))
                .map(Package::name)
                .toList();
    }

    private Question dangling(String name) {
        FindOne<Package> find = packages.withDependencies(name, 1);
        return new Question(
                "Which dependencies of " + name + " do not exist?", find.plan(), find.flatMapIterable(found -> {
                    List<Ref<Package>> missing =
                            found.depends().stream().filter(Ref::isMissing).toList();
                    return lines(
                            text("%d of %d", missing.size(), found.depends().size()),
                            missing,
                            missing.size(),
                            Names::of);
                }));
    }

    private Question binaries(String name) {
        FindOne<Source> find = packages.withBinaries(name);
        return new Question(
                "Which packages are built from the source " + name + ", in which sections? The largest first",
                find.plan(),
                find.flatMapIterable(found -> {
                    List<Package> binaries = largestFirst(BackRef.fetched(found.binaries()));
                    return lines(
                            text("%,d packages", binaries.size()),
                            binaries,
                            LINES,
                            each -> text(
                                    "%s  %s", sized(each), each.section().get().name()));
                }));
    }

    private Question recommendingOnly() {
        Find<Package, String> find = packages.recommendingOnly();
        return new Question(
                "Which packages recommend something but depend on nothing? The largest first",
                find.plan(),
                find.all()
                        .collectList()
                        .flatMapIterable(found -> lines(
                                text("%,d packages", found.size()),
                                found,
                                LINES,
                                each -> text("%s  %s", sized(each), some(Names.of(each.recommends()))))));
    }

    private Question fetchedOnDemand(int count) {
        Find<Package, String> find = packages.first(count);
        return new Question(
                text("The first %,d packages as a stream: fetch their dependencies and sources on demand", count),
                find.plan(),
                packages.fetched(find.all())
                        .collectList()
                        .map(Questions::summary)
                        .flux());
    }

    /** One and the same relation names the package and the constraint. */
    private Question needing(String name, String constraint) {
        Find<Control, String> find = controls.find(CONTROL.depends.any(
                        relation -> relation.target().name.eq(name).and(relation.constraint.eq(constraint))))
                .sort(CONTROL.name.asc());
        return new Question(
                text("Which control files want %s in a version %s?", name, constraint),
                find.plan(),
                find.all()
                        .collectList()
                        .flatMapIterable(found -> lines(
                                text("%,d control files", found.size()),
                                found,
                                LINES,
                                each -> text("%s %s", each.name(), each.version()))));
    }

    private Question relations(String name) {
        Find<Control, String> find =
                controls.find(CONTROL.name.eq(name)).limit(1).fetch(CONTROL.depends.target());
        return new Question(
                "Which versions does " + name + " need, and how large are they?",
                find.plan(),
                find.one()
                        .flatMapIterable(found -> lines(
                                text(
                                        "%s %s has %d relations",
                                        name, found.version(), found.depends().size()),
                                found.depends(),
                                found.depends().size(),
                                relation -> text(
                                        "%-16s %s",
                                        relation.constraint().orElse("any version"),
                                        relation.target()
                                                .find()
                                                .map(Questions::sized)
                                                .orElse("not there")))));
    }

    private static String summary(List<Package> fetched) {
        List<Ref<Package>> links =
                fetched.stream().flatMap(each -> each.depends().stream()).toList();
        return text(
                "%,d packages with %,d dependencies (%,d missing), built from %,d sources",
                fetched.size(),
                links.size(),
                links.stream().filter(Ref::isMissing).count(),
                fetched.stream()
                        .map(each -> each.source().get().name())
                        .distinct()
                        .count());
    }

    private static List<Package> largestFirst(Collection<Package> packages) {
        return packages.stream().sorted(LARGEST_FIRST).toList();
    }

    private static String sized(Package each) {
        return text("%-28s %,8.1f MiB", each.name(), each.installedSizeKiB() / 1024.0);
    }

    /** A heading, and below it the first entries of a list. */
    private static <T> List<String> lines(String heading, List<T> entries, int shown, Function<T, String> line) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        entries.stream().limit(shown).forEach(entry -> lines.add(("  " + line.apply(entry)).stripTrailing()));
        if (entries.size() > shown) {
            lines.add(text("  … and %,d more", entries.size() - shown));
        }
        return lines;
    }

    private static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() <= NAMES ? shown : shown + text(", … and %,d more", names.size() - NAMES);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
