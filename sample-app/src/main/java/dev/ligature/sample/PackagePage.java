package dev.ligature.sample;

import dev.ligature.sample.model.Package;
import java.util.List;

/**
 * A page of packages.
 *
 * @param number from 1
 * @param hasNext whether there are packages on the page after it
 * @param unknownSections of an empty page: the sections asked for that do not exist
 */
record PackagePage(int number, List<Package> packages, boolean hasNext, List<String> unknownSections) {
    static final int SIZE = 20;

    /** The last page that can be asked for: what comes before it can still be counted. */
    static final int LAST = Integer.MAX_VALUE / SIZE;
}
