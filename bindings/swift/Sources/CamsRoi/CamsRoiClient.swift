import Foundation
internal import CamsRoiNative

/// Calls the service. Make one, and use it for all calls, from any task: it holds connections, credentials and limits.
///
/// ```swift
/// let client = try CamsRoiClient()
/// try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
/// ```
///
/// Calls throw ``CamsRoiError``. Cancelling the task that awaits a call ends its request on the wire, and the call
/// throws `CancellationError`.
///
/// A client closes, and gives up its connections, when nobody holds it any more. A task that is going to call holds it:
/// its call is under way as soon as the task exists. A program that ends in an order of its own calls ``shutdown()``,
/// which waits for the calls that are under way.
///
/// What takes a client in your program can take any ``CamsRoiClientProtocol``, so that its tests can do without one.
public final class CamsRoiClient: CamsRoiClientProtocol {
    /// The service's address.
    public let endpoint: String

    private let native: NativeClient
    private let provider: GuardedProvider?
    private let listens: Bool
    private let underWay = UnderWay()

    /// Makes a client. Sends nothing, and asks for no credentials yet.
    ///
    /// - Throws: ``CamsRoiError/Kind/configuration``, which says what is wrong with which setting.
    public init(_ configuration: Configuration = Configuration()) throws(CamsRoiError) {
        let provider: GuardedProvider? =
            if case .provider(let function) = configuration.credentials { GuardedProvider(function) } else { nil }
        var told = configuration
        told.userAgent = ["swift/6", configuration.userAgent].compactMap { $0 }.joined(separator: " ")
        let settings = MessageWriter.data(told)
        let native = try settled(provider) {
            try NativeClient(
                settings: settings,
                source: provider,
                sink: configuration.logger.map { Sink($0) },
                level: configuration.logLevel.native,
                events: configuration.onEvent.map { Events($0) }
            )
        }
        self.provider = provider
        self.native = native
        listens = configuration.onEvent != nil
        endpoint = native.endpoint()
    }

    /// Makes a client whose configuration is written in place.
    ///
    /// ```swift
    /// let client = try CamsRoiClient {
    ///     $0.credentials = .accessKey(id: id, secret: secret)
    ///     $0.timeout = .seconds(10)
    /// }
    /// ```
    ///
    /// - Parameter configure: Changes what is not to be as it is by default.
    /// - Throws: ``CamsRoiError/Kind/configuration``, which says what is wrong with which setting; what `configure`
    ///   throws.
    public convenience init(_ configure: (inout Configuration) throws -> Void) throws {
        var configuration = Configuration()
        try configure(&configuration)
        try self.init(configuration)
    }

    /// Waits for the calls and runs that are under way, and gives up the connections. Later calls are refused.
    ///
    /// Where the task that waits is cancelled, it waits no longer; calls that are under way end as they would have. A
    /// run is under way until the loop over its outcomes ends, or is left: wait outside of it.
    public func shutdown() async {
        await underWay.close()
        native.close()
    }

    /// Calls any CAMS operation by its name; the answer is the service's JSON exactly as it came, as a text.
    ///
    /// ```swift
    /// let json = try await client.callText("ListInstance", parameters: ["PageSize": 10])
    /// ```
    ///
    /// - Parameters:
    ///   - action: The operation's name.
    ///   - parameters: Its parameters: texts, numbers and flags, arrays and dictionaries, ``CallValue``. What the operation
    ///     does not take, and what it requires and is not given, is refused before anything is sent.
    ///   - idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
    ///     the service may have acted on the first request. By default those are that are known to change nothing.
    ///   - unchecked: Whether the parameters are sent without being compared with what this version knows of the
    ///     operation.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer's JSON.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func callText(
        _ action: String,
        parameters: [String: any CallParameter] = [:],
        idempotent: Bool? = nil,
        unchecked: Bool = false,
        options: CallOptions = CallOptions()
    ) async throws -> String {
        let given = parameters.map { NamedParameter(name: $0, value: $1.callValue) }
        let call = NamedCall(action: action, parameters: given, idempotent: idempotent, unchecked: unchecked)
        return try await send("call", call, options)
    }

    /// Begins a run over many channels, which iterating over its outcomes is.
    ///
    /// - Parameters:
    ///   - channels: The channels.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany(_ channels: EnableManyChannels, options: EnableManyOptions) -> EnableManyOutcomes {
        EnableManyOutcomes(client: self, channels: channels, options: options)
    }

    /// Sends a request, to the operation that is called so on the wire; in a run, as a part of it.
    func send<Answer: MessageReadable>(
        _ operation: String,
        _ request: some MessageWritable,
        _ options: CallOptions,
        in run: Call? = nil
    ) async throws -> Answer {
        try Task.checkCancellation()
        let call = try run ?? underWay.begin(provider)
        defer { if run == nil { call.end() } }
        let (message, settings) = (MessageWriter.data(request), told(options))
        let answer = try await settled(provider, call) { [native] token in
            try await native.send(operation: operation, request: message, settings: settings, cancel: token)
        }
        return try MessageReader.read(answer, provider)
    }

    /// What the library is told besides of what is asked: where somebody listens, that too.
    private func told(_ options: some MessageWritable) -> Data {
        MessageWriter.data(Told(options: options, parent: listens ? Self.traceparent ?? "" : nil))
    }

    /// Begins a run of several calls, which lasts until it is dropped.
    func beginCall() throws(CamsRoiError) -> Call {
        try underWay.begin(provider)
    }

    /// Ends what is called so on the wire. Nobody waits for that.
    func end(_ operation: String, _ request: some MessageWritable, _ options: CallOptions) {
        let (message, settings) = (MessageWriter.data(request), told(options))
        Task { [native] in
            try await native.send(operation: operation, request: message, settings: settings, cancel: nil)
        }
    }

    /// Begins a run, for what iterates over its outcomes.
    func begin(
        _ options: EnableManyOptions,
        isList: Bool
    ) throws(CamsRoiError) -> (bulk: Bulk, call: Call, provider: GuardedProvider?) {
        let call = try underWay.begin(provider)
        let bulk = try settled(provider) {
            try native.enableMany(settings: told(options), isList: isList)
        }
        return (bulk, call, provider)
    }
}

/// A call by its name, as it crosses.
private struct NamedCall: MessageWritable {
    var action: String
    var parameters: [NamedParameter]
    var idempotent: Bool?
    var unchecked: Bool

    func write(to writer: inout MessageWriter) {
        writer.write(action)
        writer.write(parameters)
        writer.write(idempotent)
        writer.write(unchecked)
    }
}

/// A parameter of it.
private struct NamedParameter: MessageWritable {
    var name: String
    var value: CallValue

    func write(to writer: inout MessageWriter) {
        writer.write(name)
        writer.write(value.text)
        writer.write(value.isJSON)
    }
}
