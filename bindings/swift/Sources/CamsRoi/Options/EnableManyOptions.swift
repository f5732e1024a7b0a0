// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

/// How many channels are enabled.
public struct EnableManyOptions: Sendable {
    /// The code by which the ISV authorised the caller, for every channel without a code of its own.
    public var isvCode: String?
    /// What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers share.
    /// Channels that it records as enabled are not called again, so that a run that was ended can be resumed.
    public var journal: String?
    /// The largest number of calls under way at once; as many as the rate limit allows in a second by default.
    public var concurrency: Int?
    /// The number of different channels in a row, denied for the same reason, after which the rest is not called; 5
    /// by default. It is then the account that lacks the permission.
    public var stopAfterDenials: Int?
    /// The deadline of each call, including the wait for its turn.
    public var timeout: Duration?
    /// The largest number of attempts of each call, including the first.
    public var maxAttempts: Int?
    /// Receives the run's progress before each outcome is given. What it throws ends the run, and is thrown where
    /// outcomes are taken.
    public var onProgress: (@Sendable (EnableManyProgress) -> Void)?

    /// Everything that is left out is at its default.
    public init(
        isvCode: String? = nil,
        journal: String? = nil,
        concurrency: Int? = nil,
        stopAfterDenials: Int? = nil,
        timeout: Duration? = nil,
        maxAttempts: Int? = nil,
        onProgress: (@Sendable (EnableManyProgress) -> Void)? = nil
    ) {
        self.isvCode = isvCode
        self.journal = journal
        self.concurrency = concurrency
        self.stopAfterDenials = stopAfterDenials
        self.timeout = timeout
        self.maxAttempts = maxAttempts
        self.onProgress = onProgress
    }
}

extension EnableManyOptions: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(isvCode)
        writer.write(journal)
        writer.write(concurrency.map { Double($0) })
        writer.write(stopAfterDenials.map { Double($0) })
        writer.write(timeout)
        writer.write(maxAttempts.map { Double($0) })
    }
}
