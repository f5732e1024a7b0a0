// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// What calls do while the server that keeps shared limits is away, once it was there.
    public enum WhenUnavailable: String, Sendable, CaseIterable, Codable {
        /// Each process goes on by itself, at its share of the limit: 1.25 of 5 for each of four processes.
        case local = "local"
        /// Calls wait for the server until their deadline, and no longer than 60 seconds where they have none.
        case wait = "wait"
    }
}

extension CamsRoiClient.WhenUnavailable: MessageWritable {}
