// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

/** What calls do while the server that keeps shared limits is away, once it was there. */
public enum class WhenUnavailable(internal val word: String) {
    /** Each process goes on by itself, at its share of the limit: 1.25 of 5 for each of four processes. */
    LOCAL("local"),

    /** Calls wait for the server until their deadline, and no longer than 60 seconds where they have none. */
    WAIT("wait"),
}
