internal import CamsRoiNative

/// A channel to enable.
public struct WhatsAppChannel: Sendable, Hashable, Codable {
    /// The channel's ID (`cams-…`).
    public var custSpaceId: String
    /// The code by which the ISV authorised the caller, where this channel needs another than the others.
    public var isvCode: String?

    /// A channel by its ID.
    public init(_ custSpaceId: String, isvCode: String? = nil) {
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
    }
}

/// What became of one channel.
public struct ChannelOutcome: Sendable, Hashable {
    /// The channel's ID.
    public var custSpaceId: String
    /// The service's ID of the (last) request.
    public var requestId: String?
    /// How many requests were sent for it.
    public var attempts: Int
    /// Whether an earlier run had enabled it, as the journal says.
    public var isResumed: Bool
    /// Whether it was not called, because an error of other channels' calls had ended the run: this is that error. A later
    /// run with the same journal calls it first.
    public var isNotCalled: Bool
    /// Why figures are not being collected; `nil` where they are.
    public var error: CamsRoiError?

    /// Whether figures are being collected.
    public var isEnabled: Bool { error == nil }

    /// Makes an outcome, for example in a test.
    public init(
        custSpaceId: String,
        requestId: String? = nil,
        attempts: Int = 1,
        isResumed: Bool = false,
        isNotCalled: Bool = false,
        error: CamsRoiError? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.requestId = requestId
        self.attempts = attempts
        self.isResumed = isResumed
        self.isNotCalled = isNotCalled
        self.error = error
    }

    init(_ native: NativeChannelOutcome, _ provider: GuardedProvider?) {
        custSpaceId = native.custSpaceId
        requestId = native.requestId
        attempts = Int(native.attempts)
        isResumed = native.resumed
        isNotCalled = native.notCalled
        error = native.error.map { CamsRoiError($0, provider) }
    }
}

/// How many channels are enabled.
public struct EnableManyOptions: Sendable {
    /// The code by which the ISV authorised the caller, for every channel that has none of its own.
    public var isvCode: String?
    /// The path of a file that every outcome is recorded in. Channels that it records as enabled are not called again.
    public var journal: String?
    /// How many calls are under way at once; as many as the limit can keep busy by default.
    public var concurrency: Int?
    /// After how many different channels in a row that are denied for the same reason the rest is not called; 5 by default.
    public var stopAfterDenials: Int?
    /// The deadline of each call.
    public var timeout: Duration?
    /// Attempts of each call.
    public var maxAttempts: Int?
    /// Is told how far the run is, before each outcome is given.
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

/// How far a run is.
public struct EnableManyProgress: Sendable, Hashable {
    /// Channels whose outcome is known.
    public var done = 0
    /// Those that are enabled.
    public var enabled = 0
    /// Those that are not.
    public var failed = 0
    /// Those that an earlier run had enabled, as the journal says; they are among the enabled ones.
    public var resumed = 0
    /// How many there are, each counted once; `nil` where they become known one by one.
    public var total: Int?

    /// At the start of a run.
    public init(total: Int? = nil) {
        self.total = total
    }

    mutating func count(_ outcome: ChannelOutcome) {
        done += 1
        enabled += outcome.isEnabled ? 1 : 0
        failed += outcome.isEnabled ? 0 : 1
        resumed += outcome.isResumed ? 1 : 0
    }
}
