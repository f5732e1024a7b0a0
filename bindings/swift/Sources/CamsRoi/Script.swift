import Foundation

/// Calls `EnableWhatsappROIMetric` with a client of the environment's settings, which all such calls share.
///
/// ```swift
/// try await enableWhatsappRoiMetric(custSpaceId: "cams-1")
/// ```
///
/// - Parameters:
///   - custSpaceId: The channel's ID (`cams-…`).
///   - isvCode: The code by which the ISV authorised the caller.
///   - options: What this call does differently from the client.
/// - Returns: What the service said: that metrics are being collected.
/// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
@discardableResult
public func enableWhatsappRoiMetric(
    custSpaceId: some StringProtocol,
    isvCode: String? = nil,
    options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
) async throws -> EnableWhatsappRoiMetricResult {
    try await enableWhatsappRoiMetric(custSpaceId: .id(custSpaceId.description), isvCode: isvCode, options: options)
}

/// The same for a channel that is given as a value, such as `.ownChannel`.
///
/// - Parameters:
///   - custSpaceId: The channel: by its ID, or the account's own.
///   - isvCode: The code by which the ISV authorised the caller.
///   - options: What this call does differently from the client.
/// - Returns: What the service said: that metrics are being collected.
/// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
@discardableResult
public func enableWhatsappRoiMetric(
    custSpaceId: ChannelChoice,
    isvCode: String? = nil,
    options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
) async throws -> EnableWhatsappRoiMetricResult {
    let client = try SharedClient.shared.client()
    return try await client.enableWhatsappRoiMetric(custSpaceId: custSpaceId, isvCode: isvCode, options: options)
}

/// The one client, once it was needed.
private final class SharedClient: @unchecked Sendable {
    static let shared = SharedClient()

    private let lock = NSLock()
    private var made: CamsRoiClient?

    func client() throws -> CamsRoiClient {
        try lock.withLock {
            if let made { return made }
            let client = try CamsRoiClient()
            made = client
            return client
        }
    }
}
