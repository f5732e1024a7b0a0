// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// How requests are signed.
    public enum SignatureAlgorithm: String, Sendable, CaseIterable, Codable {
        /// What the vendor recommends and its SDKs send: the signature is in the `Authorization` header.
        case acs3HmacSha256 = "acs3-hmac-sha256"
        /// The older RPC signature, which every RPC endpoint accepts.
        case hmacSha1 = "hmac-sha1"
    }
}

extension CamsRoiClient.SignatureAlgorithm: MessageWritable {}
