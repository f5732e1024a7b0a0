// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

/** How requests are signed. */
public enum class SignatureAlgorithm(internal val word: String) {
    /** What the vendor recommends and its SDKs send: the signature is in the `Authorization` header. */
    ACS3_HMAC_SHA256("acs3-hmac-sha256"),

    /** The older RPC signature, which every RPC endpoint accepts. */
    HMAC_SHA1("hmac-sha1"),
}
