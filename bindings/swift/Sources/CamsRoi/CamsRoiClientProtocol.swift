import Foundation

/// What a ``CamsRoiClient`` does, for programs whose tests do without one.
///
/// A type of a test's own conforms to it, and has what the test needs. What it lacks throws
/// ``CamsRoiError/Kind/configuration`` when it is called.
///
/// ```swift
/// struct Refusing: CamsRoiClientProtocol {
///     func enableWhatsappRoiMetric(
///         _ request: EnableWhatsappRoiMetricRequest,
///         options: CamsRoiClient.CallOptions
///     ) async throws -> EnableWhatsappRoiMetricResult {
///         throw CamsRoiError(.throttled, message: "too many calls")
///     }
/// }
/// ```
public protocol CamsRoiClientProtocol: CamsRoiOperations {
    /// Calls any CAMS operation by its name; the answer is the service's JSON exactly as it came, as a text.
    func callText(
        _ action: String,
        parameters: [String: any CallParameter],
        idempotent: Bool?,
        unchecked: Bool,
        options: CamsRoiClient.CallOptions
    ) async throws -> String

    /// Begins a run over many channels, which iterating over its outcomes is.
    func enableMany(_ channels: EnableManyChannels, options: EnableManyOptions) -> EnableManyOutcomes

    /// Waits for the calls and runs that are under way, and gives up what they need. Later calls are refused.
    func shutdown() async
}

extension CamsRoiClientProtocol {
    /// Fails: this client has no such function.
    public func callText(
        _ action: String,
        parameters: [String: any CallParameter],
        idempotent: Bool?,
        unchecked: Bool,
        options: CamsRoiClient.CallOptions
    ) async throws -> String {
        throw lacks("callText")
    }

    /// Fails: this client has no such function.
    public func enableMany(_ channels: EnableManyChannels, options: EnableManyOptions) -> EnableManyOutcomes {
        let error = lacks("enableMany")
        return EnableManyOutcomes(AsyncThrowingStream { throw error })
    }

    /// Does nothing: there is nothing to wait for.
    public func shutdown() async {}

    /// Calls any CAMS operation by its name; the answer is the service's JSON exactly as it came, for a decoder.
    ///
    /// ```swift
    /// let json = try await client.call("ListInstance", parameters: ["PageSize": 10])
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
    public func call(
        _ action: String,
        parameters: [String: any CallParameter] = [:],
        idempotent: Bool? = nil,
        unchecked: Bool = false,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> Data {
        let text = try await callText(
            action,
            parameters: parameters,
            idempotent: idempotent,
            unchecked: unchecked,
            options: options
        )
        return Data(text.utf8)
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
    ///   - parameters: Its parameters: texts, numbers and flags, arrays and dictionaries, ``CallValue``. What the operation
    ///     does not take, and what it requires and is not given, is refused before anything is sent.
    ///   - type: What the answer is decoded as. Where it is none, a `DecodingError` is thrown.
    ///   - idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
    ///     the service may have acted on the first request. By default those are that are known to change nothing.
    ///   - unchecked: Whether the parameters are sent without being compared with what this version knows of the
    ///     operation.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func call<Answer: Decodable>(
        _ action: String,
        parameters: [String: any CallParameter] = [:],
        as type: Answer.Type,
        idempotent: Bool? = nil,
        unchecked: Bool = false,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> Answer {
        let json = try await call(
            action,
            parameters: parameters,
            idempotent: idempotent,
            unchecked: unchecked,
            options: options
        )
        return try JSONDecoder().decode(type, from: json)
    }
}

extension CamsRoiOperations {
    /// What a call fails with that a client of a program's own does not make.
    func lacks(_ name: String) -> CamsRoiError {
        CamsRoiError(.configuration, message: "\(Self.self) has no \(name)", hint: "Write it, or use a CamsRoiClient.")
    }
}
