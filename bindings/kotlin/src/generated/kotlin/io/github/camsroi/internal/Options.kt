// How options cross to the library: one by one in the model's order, times in milliseconds, and every number as a double,
// so that the core alone says what is wrong with one.
//
// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.CallOptions
import io.github.camsroi.ClientConfig
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.PagesOptions
import io.github.camsroi.RawCallOptions

/** What a client is told. */
internal fun settings(of: ClientConfig.Builder): Bytes = bytes {
    optional(of.region) { text(it) }
    optional(of.endpoint) { text(it) }
    optional(of.credentials) { credentials(it) }
    optional(of.profile) { text(it) }
    optional(of.accountId) { text(it) }
    optional(of.signature) { text(it.word) }
    optional(of.timeout) { double(it.toMs()) }
    optional(of.connectTimeout) { double(it.toMs()) }
    optional(of.attemptTimeout) { double(it.toMs()) }
    optional(of.maxAttempts) { double(it.toDouble()) }
    optional(of.baseDelay) { double(it.toMs()) }
    optional(of.maxDelay) { double(it.toMs()) }
    optional(of.rateLimit) { rateLimit(it) }
    optional(of.sharedLimits) { text(it) }
    optional(of.whenUnavailable) { text(it.word) }
    optional(of.maxConnections) { double(it.toDouble()) }
    optional(of.proxy.told) { text(it) }
    optional(of.caFile) { text(it.toString()) }
    optional(of.caPem) { text(it) }
    optional(of.dangerAcceptAnyCertificate) { boolean(it) }
    optional(of.userAgent) { text(it) }
}

/** What the library is told besides of what is asked; [parent] is there where somebody listens, see [Listening]. */
internal fun settings(of: CallOptions, parent: String?): Bytes = bytes {
    optional(of.timeout) { double(it.toMs()) }
    optional(of.maxAttempts) { double(it.toDouble()) }
    optional(parent) { text(it) }
}

/** What the library is told besides of what is asked; [parent] is there where somebody listens, see [Listening]. */
internal fun settings(of: RawCallOptions, parent: String?): Bytes = bytes {
    optional(of.timeout) { double(it.toMs()) }
    optional(of.maxAttempts) { double(it.toDouble()) }
    optional(parent) { text(it) }
}

/** What the library is told besides of what is asked; [parent] is there where somebody listens, see [Listening]. */
internal fun settings(of: PagesOptions, parent: String?): Bytes = bytes {
    optional(of.timeout) { double(it.toMs()) }
    optional(of.maxAttempts) { double(it.toDouble()) }
    optional(parent) { text(it) }
}

/** What the library is told besides of what is asked; [parent] is there where somebody listens, see [Listening]. */
internal fun settings(of: EnableManyOptions, parent: String?): Bytes = bytes {
    optional(of.isvCode) { text(it) }
    optional(of.journal) { text(it.toString()) }
    optional(of.concurrency) { double(it.toDouble()) }
    optional(of.stopAfterDenials) { double(it.toDouble()) }
    optional(of.timeout) { double(it.toMs()) }
    optional(of.maxAttempts) { double(it.toDouble()) }
    optional(parent) { text(it) }
}
