internal import CamsRoiNative

extension CamsRoiClient {
    /// What one call does differently from its client.
    public struct CallOptions: Sendable, Hashable {
        /// The deadline of the call as a whole, from now: also while it waits for its turn.
        public var timeout: Duration?
        /// Attempts in all.
        public var maxAttempts: Int?

        /// What is left out is as the client has it.
        public init(timeout: Duration? = nil, maxAttempts: Int? = nil) {
            self.timeout = timeout
            self.maxAttempts = maxAttempts
        }

        /// As the bridge takes them.
        var native: CallSettings {
            CallSettings(timeoutMs: timeout?.milliseconds, maxAttempts: maxAttempts.map { Double($0) })
        }
    }
}
