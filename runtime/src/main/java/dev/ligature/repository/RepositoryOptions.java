// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.integration.SessionSource;
import dev.ligature.integration.WriteHook;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a repository works together with a framework: {@code new HouseRepository(database, options)}. You can share one
 * value between all repositories of a database. Immutable: each method returns new options.
 */
public final class RepositoryOptions {
    private static final RepositoryOptions DEFAULTS = new RepositoryOptions(null, null);

    private final @Nullable SessionSource sessions;
    private final @Nullable WriteHook writeHook;

    private RepositoryOptions(@Nullable SessionSource sessions, @Nullable WriteHook writeHook) {
        this.sessions = sessions;
        this.writeHook = writeHook;
    }

    /**
     * Returns the options of {@code new HouseRepository(database)}: no sessions but those of {@link Transactions}, and
     * no hook.
     */
    public static RepositoryOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns options with the given source of sessions, in place of any other. All operations take part in its
     * sessions, except those inside {@link Transactions#run}.
     */
    public RepositoryOptions withSessions(SessionSource source) {
        return new RepositoryOptions(Objects.requireNonNull(source, "source"), writeHook);
    }

    /** Returns options with one more hook, which is called for each document after those that were given before. */
    public RepositoryOptions withWriteHook(WriteHook hook) {
        Objects.requireNonNull(hook, "hook");
        return new RepositoryOptions(sessions, writeHook == null ? hook : writeHook.andThen(hook));
    }

    /** Where sessions come from, or null. */
    @Nullable
    SessionSource sessions() {
        return sessions;
    }

    /** What documents have to pass before they are written, or null. */
    @Nullable
    WriteHook writeHook() {
        return writeHook;
    }
}
