import Foundation
internal import CamsRoiNative

/// Calls the service. Make one, and use it for all calls, from any task: it holds connections, credentials and limits.
///
/// ```swift
/// let client = try Client()
/// try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
/// ```
///
/// Calls throw ``CamsRoiError``. Cancelling the task that awaits a call ends its request on the wire, and the call
/// throws `CancellationError`.
///
/// A client closes, and gives up its connections, when nobody holds it any more. A task that is going to call holds it:
/// its call is under way as soon as the task exists.
public final class Client: Sendable {
    /// The service's address.
    public let endpoint: String

    private let native: NativeClient
    private let provider: GuardedProvider?

    /// Makes a client. Sends nothing, and asks for no credentials yet.
    ///
    /// - Throws: ``CamsRoiError/configuration(_:)``, which says what is wrong with which setting.
    public init(_ configuration: ClientConfiguration = ClientConfiguration()) throws {
        let provider: GuardedProvider? =
            if case .provider(let function) = configuration.credentials { GuardedProvider(function) } else { nil }
        let native = try settled(provider) {
            try NativeClient(
                settings: configuration.native,
                source: provider,
                sink: configuration.logger.map { Sink($0) },
                level: configuration.logLevel.native
            )
        }
        self.provider = provider
        self.native = native
        endpoint = native.endpoint()
    }

    /// Makes a client whose configuration is written in place.
    ///
    /// ```swift
    /// let client = try Client {
    ///     $0.credentials = .accessKey(id: id, secret: secret)
    ///     $0.timeout = .seconds(10)
    /// }
    /// ```
    ///
    /// - Parameter configure: Changes what is not to be as it is by default.
    /// - Throws: ``CamsRoiError/configuration(_:)``, which says what is wrong with which setting.
    public convenience init(_ configure: (inout ClientConfiguration) throws -> Void) throws {
        var configuration = ClientConfiguration()
        try configure(&configuration)
        try self.init(configuration)
    }

    /// Calls `EnableWhatsappROIMetric`: from now on, collect a channel's figures. Calling it again changes nothing.
    ///
    /// Data shows up a day later at the earliest, and what was sent before is never counted.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel's ID (`cams-…`).
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: What the service said: that figures are being collected.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    @discardableResult
    public func enableWhatsappRoiMetric(
        custSpaceId: String,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> EnableWhatsappRoiMetricResult {
        try await send(EnableRequest(channel: .id(custSpaceId: custSpaceId), isvCode: isvCode), options)
    }

    func send(_ request: EnableRequest, _ options: CallOptions) async throws -> EnableWhatsappRoiMetricResult {
        let settings = options.native
        return try await EnableWhatsappRoiMetricResult(
            settled(provider) { [native] token in
                try await native.enableWhatsappRoiMetric(request: request, settings: settings, cancel: token)
            }
        )
    }

    /// Calls `GetChatappPhoneNumberMetric`: messages sent and delivered, by phone number.
    ///
    /// - Parameters:
    ///   - start: From when on.
    ///   - end: Until before when.
    ///   - granularity: How long a time each row covers.
    ///   - phoneNumber: One business phone number: digits with country code, no `+`.
    ///   - custSpaceId: The channel's ID (`cams-…`).
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The figures, row by row; none where there is no data (yet).
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func getChatappPhoneNumberMetric(
        start: Date,
        end: Date,
        granularity: Granularity? = nil,
        phoneNumber: String? = nil,
        custSpaceId: String,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> GetChatappPhoneNumberMetricResult {
        let request = PhoneNumberRequest(
            startMs: start.milliseconds,
            endMs: end.milliseconds,
            granularity: granularity?.rawValue,
            phoneNumber: phoneNumber,
            channel: .id(custSpaceId: custSpaceId),
            isvCode: isvCode
        )
        return try await send(request, options)
    }

    func send(_ request: PhoneNumberRequest, _ options: CallOptions) async throws -> GetChatappPhoneNumberMetricResult {
        let settings = options.native
        return try await GetChatappPhoneNumberMetricResult(
            settled(provider) { [native] token in
                try await native.getChatappPhoneNumberMetric(request: request, settings: settings, cancel: token)
            }
        )
    }

    /// Calls `GetChatappTemplateMetric`: what became of a marketing template's messages.
    ///
    /// - Parameters:
    ///   - templateCode: The template's code: a text, for it has more digits than a number can hold.
    ///   - start: From when on.
    ///   - end: Until before when.
    ///   - language: One language of the template, for example `en` or `zh_CN`.
    ///   - granularity: How long a time each row covers.
    ///   - templateType: The template's type; `WHATSAPP`, the default, is the only one documented.
    ///   - custSpaceId: The channel's ID (`cams-…`).
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The figures, row by row; none where there is no data (yet).
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func getChatappTemplateMetric(
        templateCode: String,
        start: Date,
        end: Date,
        language: String? = nil,
        granularity: Granularity? = nil,
        templateType: String? = nil,
        custSpaceId: String,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> GetChatappTemplateMetricResult {
        let request = TemplateRequest(
            templateCode: templateCode,
            startMs: start.milliseconds,
            endMs: end.milliseconds,
            language: language,
            granularity: granularity?.rawValue,
            templateType: templateType,
            channel: .id(custSpaceId: custSpaceId),
            isvCode: isvCode
        )
        return try await send(request, options)
    }

    func send(_ request: TemplateRequest, _ options: CallOptions) async throws -> GetChatappTemplateMetricResult {
        let settings = options.native
        return try await GetChatappTemplateMetricResult(
            settled(provider) { [native] token in
                try await native.getChatappTemplateMetric(request: request, settings: settings, cancel: token)
            }
        )
    }

    /// Calls any CAMS operation by its name; the answer is the service's JSON exactly as it came, as a text.
    ///
    /// ```swift
    /// let json = try await client.callText("ListInstance", parameters: ["PageSize": 10])
    /// ```
    ///
    /// - Parameters:
    ///   - action: The operation's name.
    ///   - parameters: Its parameters: texts, numbers, booleans. What is nested is given as the API's JSON text.
    ///   - idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
    ///     the service may have acted on the first request. Operations that only read, by their name, are.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer's JSON.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func callText(
        _ action: String,
        parameters: [String: any LosslessStringConvertible & Sendable] = [:],
        idempotent: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> String {
        let texts = parameters.map { Parameter(name: $0.key, value: $0.value.description) }
        let request = CallRequest(action: action, parameters: texts, idempotent: idempotent)
        let settings = options.native
        return try await settled(provider) { [native] token in
            try await native.call(request: request, settings: settings, cancel: token)
        }
    }

    /// Calls any CAMS operation by its name; the answer is the service's JSON exactly as it came, for a decoder.
    ///
    /// ```swift
    /// let json = try await client.call("ListInstance", parameters: ["PageSize": 10])
    /// ```
    ///
    /// - Parameters:
    ///   - action: The operation's name.
    ///   - parameters: Its parameters: texts, numbers, booleans. What is nested is given as the API's JSON text.
    ///   - idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
    ///     the service may have acted on the first request. Operations that only read, by their name, are.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer's JSON.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func call(
        _ action: String,
        parameters: [String: any LosslessStringConvertible & Sendable] = [:],
        idempotent: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> Data {
        try await Data(callText(action, parameters: parameters, idempotent: idempotent, options: options).utf8)
    }

    /// Calls any CAMS operation by its name, and decodes its answer.
    ///
    /// ```swift
    /// struct Instances: Decodable { let Total: Int }
    /// let instances = try await client.call("ListInstance", parameters: ["PageSize": 10], as: Instances.self)
    /// ```
    ///
    /// - Parameters:
    ///   - action: The operation's name.
    ///   - parameters: Its parameters: texts, numbers, booleans. What is nested is given as the API's JSON text.
    ///   - type: What the answer is decoded as. Where it is none, a `DecodingError` is thrown.
    ///   - idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
    ///     the service may have acted on the first request. Operations that only read, by their name, are.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func call<Answer: Decodable>(
        _ action: String,
        parameters: [String: any LosslessStringConvertible & Sendable] = [:],
        as type: Answer.Type,
        idempotent: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> Answer {
        let json = try await call(action, parameters: parameters, idempotent: idempotent, options: options)
        return try JSONDecoder().decode(type, from: json)
    }

    /// Begins a run, for what iterates over its outcomes.
    func begin(_ options: EnableManyOptions) throws -> (run: Bulk, provider: GuardedProvider?) {
        let settings = BulkSettings(
            isvCode: options.isvCode,
            journal: options.journal,
            concurrency: options.concurrency.map { Double($0) },
            stopAfterDenials: options.stopAfterDenials.map { Double($0) }
        )
        let call = CallOptions(timeout: options.timeout, maxAttempts: options.maxAttempts)
        return (try settled(provider) { try native.enableMany(settings: settings, call: call.native) }, provider)
    }
}
