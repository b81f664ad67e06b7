// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import java.util.Iterator;
import java.util.List;

/**
 * What a run is asked to do.
 *
 * @param render whether nothing is measured and the report only written again
 */
record Arguments(List<Section> sections, boolean quick, boolean render) {
    /**
     * Understands the arguments of the command line.
     *
     * @throws IllegalArgumentException when an argument or a section is unknown
     */
    static Arguments parse(List<String> arguments) {
        List<Section> sections = Sections.ALL;
        boolean quick = false;
        boolean render = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--render")) {
                render = true;
            } else if (argument.equals("--sections") && rest.hasNext()) {
                sections = named(List.of(rest.next().split(",", -1)));
            } else {
                throw new IllegalArgumentException(
                        "Unknown argument \"" + argument + "\". There are --sections <names>, --quick and --render.");
            }
        }
        return new Arguments(sections, quick, render);
    }

    private static List<Section> named(List<String> names) {
        List<String> all = Sections.ALL.stream().map(Section::name).toList();
        names.stream().filter(name -> !all.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "There is no section \"" + name + "\". Sections: " + String.join(", ", all));
        });
        return Sections.ALL.stream()
                .filter(section -> names.contains(section.name()))
                .toList();
    }
}
