// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

/** How requests are signed. */
public enum class SignatureAlgorithm(internal val word: String) {
    /** What the vendor recommends, and its own SDKs send: the signature travels in the `Authorization` header. */
    ACS3_HMAC_SHA256("acs3-hmac-sha256"),

    /** The older RPC signature, which every endpoint of its kind takes. */
    HMAC_SHA1("hmac-sha1"),
}
