internal import CamsRoiNative

extension CamsRoiClient {
    /// How much a record matters.
    public enum LogLevel: String, Sendable, CaseIterable, Comparable, Codable {
        /// Every step.
        case trace
        /// Every attempt.
        case debug
        /// What is worth knowing, such as a limit that was slowed down.
        case info
        /// What is odd.
        case warn
        /// What went wrong.
        case error

        /// Whether it matters less.
        public static func < (one: LogLevel, other: LogLevel) -> Bool {
            allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
        }

        /// As the binding takes it.
        var native: CamsRoiNative.LogLevel {
            switch self {
            case .trace: .trace
            case .debug: .debug
            case .info: .info
            case .warn: .warn
            case .error: .error
            }
        }
    }

    /// One thing that a client tells of its work. It never holds a secret.
    public struct LogRecord: Sendable, Hashable {
        /// How much it matters.
        public var level: LogLevel
        /// What happened.
        public var message: String
        /// The particulars, as texts, where they are known: `cams.call_id`, `rpc.method`, `cams.cust_space_id`,
        /// `cams.phone_number` and `cams.template_code` say which call; `cams.attempt`, `http.response.status_code`,
        /// `cams.request_id`, `cams.latency` and `error.type` what came of an attempt; `cams.retry_wait` how it goes on.
        public var fields: [String: String]

        /// Makes a record, for example in a test.
        public init(level: LogLevel, message: String, fields: [String: String] = [:]) {
            self.level = level
            self.message = message
            self.fields = fields
        }

        fileprivate init(_ native: CamsRoiNative.LogRecord) {
            level =
                switch native.level {
                case .trace: .trace
                case .debug: .debug
                case .info: .info
                case .warn: .warn
                case .error: .error
                }
            message = native.text
            fields = Dictionary(native.fields.map { ($0.name, $0.value) }) { _, later in later }
        }
    }
}

/// A user's function as the binding can call it.
final class Sink: LogSink {
    private let logger: @Sendable (CamsRoiClient.LogRecord) -> Void

    init(_ logger: @escaping @Sendable (CamsRoiClient.LogRecord) -> Void) {
        self.logger = logger
    }

    func log(record: CamsRoiNative.LogRecord) {
        logger(CamsRoiClient.LogRecord(record))
    }
}
