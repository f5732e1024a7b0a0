// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// How requests are signed.
    public enum SignatureAlgorithm: String, Sendable, CaseIterable, Codable {
        /// What the vendor recommends, and its own SDKs send: the signature travels in the `Authorization` header.
        case acs3HmacSha256 = "acs3-hmac-sha256"
        /// The older RPC signature, which every endpoint of its kind takes.
        case hmacSha1 = "hmac-sha1"
    }
}

extension CamsRoiClient.SignatureAlgorithm: MessageWritable {}
