// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

/** What calls do while the server of `shared_limits` is away, once it was there. */
public enum class WhenUnavailable(internal val word: String) {
    /** Each process goes on by itself, at the share of the limit that it has if all processes seen last have as much. Processes that still reach the server do not know of it. */
    LOCAL("local"),

    /** Calls wait for the server until their deadline, and no longer than 60 seconds where they have none. */
    WAIT("wait"),
}
