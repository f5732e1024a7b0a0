/// Which deadline passed: that of the connection, of one attempt, of waiting for a turn, or of the call as a whole.
public enum TimeoutPhase: String, Sendable, Codable {
    /// The connection did not come about in time.
    case connect
    /// One attempt took too long.
    case attempt
    /// The call did not have its turn (limit, connection) within the timeout that it was given. Nothing was sent.
    case queue
    /// The call as a whole took too long, with its waits and retries.
    case overall
}

/// The particulars of a ``CamsRoiError``. To make some, make the error: ``CamsRoiError/init(_:message:code:hint:_:)``.
public struct ErrorDetails: Sendable {
    /// What went wrong, in one line: the service's own message where it gave one.
    public var message: String
    /// The whole text, where the message is only its first line.
    public var detail: String?
    /// The service's error code, verbatim; `nil` where the service did not answer with one.
    public var code: String?
    /// The service's ID of the request, to be quoted to the vendor's support.
    public var requestId: String?
    /// The HTTP status of the answer.
    public var httpStatus: Int?
    /// Whether the same call may succeed later as it is. The client has already tried as often as it was told to.
    public var isRetryable = false
    /// How long the service asked to wait before the next try.
    public var retryAfter: Duration?
    /// How many requests were sent for this call.
    public var attempts = 0
    /// The operation that was called, for example `EnableWhatsappROIMetric`.
    public var operation: String?
    /// The channel that the call was about.
    public var custSpaceId: String?
    /// The phone number that the call was about.
    public var phoneNumber: String?
    /// The template that the call was about.
    public var templateCode: String?
    /// What to do, in one sentence.
    public var hint: String
    /// Why access was denied, where the service said so.
    public var accessDeniedDetail: AccessDeniedDetail?
    /// Which deadline passed, where one did.
    public var timeoutPhase: TimeoutPhase?
    /// What caused the error, and what caused that, and so on.
    public var causes: [String] = []
    /// What your own credentials function threw, where that is the cause.
    public var underlying: (any Error)?

    private var text: String?

    /// Not public: particulars know no kind, so they could not have its default for ``isRetryable``.
    init(message: String, text: String?, hint: String) {
        self.message = message
        self.hint = hint
        self.text = text
    }
}

extension ErrorDetails: CustomStringConvertible {
    /// The operation, the code and the message, in one line.
    public var description: String {
        text ?? [operation, code, message].compactMap(\.self).joined(separator: ": ").oneLine
    }
}

extension String {
    /// The same text with a blank where a line ends.
    var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
