internal import CamsRoiNative

/// A channel by its ID, with an ISV code where it needs one of its own.
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

extension WhatsAppChannel: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(custSpaceId)
        writer.write(isvCode)
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
    /// Why metrics are not being collected; `nil` where they are.
    public var error: CamsRoiError?

    /// Whether metrics are being collected.
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
