import Foundation
internal import CamsRoiNative

/// One thing that a client tells of its work. It never holds a secret.
///
/// Each `call.start` is followed by one `call.attempt` for each request, and by one `call.end`; each `run.start` by the
/// calls of the run, and by one `run.end`.
public struct ClientEvent: Sendable, Hashable {
    /// What an event tells of.
    public enum Name: String, Sendable, CaseIterable {
        /// A call begins.
        case callStart = "call.start"
        /// One request of a call has ended.
        case callAttempt = "call.attempt"
        /// A call has ended, or was given up.
        case callEnd = "call.end"
        /// A run over many channels begins.
        case runStart = "run.start"
        /// A run over many channels has ended, or was given up.
        case runEnd = "run.end"
    }

    /// The value of a particular.
    public enum Attribute: Sendable, Hashable, CustomStringConvertible {
        /// A text.
        case text(String)
        /// A whole number.
        case whole(Int64)
        /// A number, such as a time in seconds.
        case number(Double)
        /// Whether something is so.
        case flag(Bool)

        /// The value alone, as a text.
        public var description: String {
            switch self {
            case .text(let text): text
            case .whole(let whole): "\(whole)"
            case .number(let number): "\(number)"
            case .flag(let flag): "\(flag)"
            }
        }
    }

    /// What it tells of.
    public var name: Name
    /// When it was, by this machine's clock.
    public var time: Date
    /// The call's ID, which its log records have too; `nil` for what is of a run as a whole.
    public var callId: String?
    /// The ID of the run over many channels that it belongs to, if any.
    public var runId: String?
    /// The operation, for example `EnableWhatsappROIMetric`.
    public var operation: String
    /// The channel that the call is about, if any.
    public var custSpaceId: String?
    /// Where in a trace the call was made: what ``CamsRoiClient/traceparent`` was there.
    public var parent: String?
    /// The particulars, by their names in OpenTelemetry's semantic conventions; times are in seconds. The guide "Watching
    /// it" lists them.
    public var attributes: [String: Attribute]

    /// Makes an event, for example in a test.
    public init(
        name: Name,
        time: Date,
        callId: String? = nil,
        runId: String? = nil,
        operation: String,
        custSpaceId: String? = nil,
        parent: String? = nil,
        attributes: [String: Attribute] = [:]
    ) {
        self.name = name
        self.time = time
        self.callId = callId
        self.runId = runId
        self.operation = operation
        self.custSpaceId = custSpaceId
        self.parent = parent
        self.attributes = attributes
    }

    /// Nothing for a name that this version does not know.
    fileprivate init?(_ native: NativeEvent) {
        guard let name = Name(rawValue: native.name) else { return nil }
        self.name = name
        time = Date(timeIntervalSince1970: native.time / 1000)
        callId = native.callId
        runId = native.runId
        operation = native.operation
        custSpaceId = native.custSpaceId
        parent = native.parent
        attributes = Dictionary(
            native.attributes.map { attribute in
                let value: Attribute =
                    switch attribute.value {
                    case .text(let text): .text(text)
                    case .whole(let whole): .whole(whole)
                    case .number(let number): .number(number)
                    case .flag(let flag): .flag(flag)
                    }
                return (attribute.name, value)
            }
        ) { _, later in later }
    }
}

extension CamsRoiClient {
    /// Where in a trace the current task is, as W3C's header `traceparent` says it: calls tell it to their client's
    /// `onEvent`, as ``ClientEvent/parent``.
    ///
    /// ```swift
    /// try await CamsRoiClient.$traceparent.withValue(header) {
    ///     try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
    /// }
    /// ```
    @TaskLocal public static var traceparent: String?
}

/// A user's function as the binding can call it.
final class Events: EventSink {
    private let hook: @Sendable (ClientEvent) -> Void

    init(_ hook: @escaping @Sendable (ClientEvent) -> Void) {
        self.hook = hook
    }

    func event(event: NativeEvent) {
        if let event = ClientEvent(event) { hook(event) }
    }
}

/// Options with the word that somebody listens, and where in a trace that is.
struct Told<Options: MessageWritable>: MessageWritable {
    var options: Options
    var parent: String?

    func write(to writer: inout MessageWriter) {
        writer.write(options)
        writer.write(parent)
    }
}
