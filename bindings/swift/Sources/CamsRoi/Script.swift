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
/// - Returns: What the service said: that figures are being collected.
/// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
@discardableResult
public func enableWhatsappRoiMetric(
    custSpaceId: String,
    isvCode: String? = nil,
    options: CallOptions = CallOptions()
) async throws -> EnableWhatsappRoiMetricResult {
    let client = try SharedClient.shared.client()
    return try await client.enableWhatsappRoiMetric(custSpaceId: custSpaceId, isvCode: isvCode, options: options)
}

/// The same for the account's own channel.
///
/// - Parameters:
///   - custSpaceId: `.ownChannel`.
///   - isvCode: The code by which the ISV authorised the caller.
///   - options: What this call does differently from the client.
/// - Returns: What the service said: that figures are being collected.
/// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
@discardableResult
public func enableWhatsappRoiMetric(
    custSpaceId: OwnChannel,
    isvCode: String? = nil,
    options: CallOptions = CallOptions()
) async throws -> EnableWhatsappRoiMetricResult {
    let client = try SharedClient.shared.client()
    return try await client.enableWhatsappRoiMetric(custSpaceId: custSpaceId, isvCode: isvCode, options: options)
}

/// The one client, once it was needed.
private final class SharedClient: @unchecked Sendable {
    static let shared = SharedClient()

    private let lock = NSLock()
    private var made: Client?

    func client() throws -> Client {
        try lock.withLock {
            if let made { return made }
            let client = try Client()
            made = client
            return client
        }
    }
}
