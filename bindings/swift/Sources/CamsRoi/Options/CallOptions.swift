// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// What one call does differently from its client.
    public struct CallOptions: Sendable, Hashable {
        /// The deadline of the whole call from now on, including the wait for its turn.
        public var timeout: Duration?
        /// The largest number of attempts, including the first.
        public var maxAttempts: Int?

        /// What is left out is as the client has it.
        public init(timeout: Duration? = nil, maxAttempts: Int? = nil) {
            self.timeout = timeout
            self.maxAttempts = maxAttempts
        }
    }
}

extension CamsRoiClient.CallOptions: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(timeout)
        writer.write(maxAttempts.map { Double($0) })
    }
}
