import CamsRoi
import Foundation

/// A channel's messages of a day, of all its phone numbers together.
public struct Day: Sendable, Hashable, Identifiable {
    /// When the day begins, in UTC.
    public let start: Date
    /// How many messages were sent.
    public let sent: Int
    /// How many of them were delivered.
    public let delivered: Int

    /// The same as ``start``.
    public var id: Date { start }
}

/// Reads a channel's metrics. Make one for the app.
public struct ChannelMetrics: Sendable {
    private let client: CamsRoiClient

    /// Metrics that are read with the credentials of a backend.
    ///
    /// - Parameters:
    ///   - accountId: The Alibaba Cloud account. All temporary credentials of it share its rate limits.
    ///   - credentials: The backend that gives them.
    ///   - configure: Sets other options of the client.
    /// - Throws: `CamsRoiError`, if an option is wrong: which one, and why.
    public init(
        accountId: String,
        credentials: BackendCredentials,
        configure: (inout CamsRoiClient.Configuration) -> Void = { _ in }
    ) throws {
        client = try CamsRoiClient {
            $0.credentials = .provider { try await credentials.fetch() }
            $0.accountId = accountId
            $0.timeout = .seconds(20)
            configure(&$0)
        }
    }

    /// The last seven whole days. Days on which nothing was sent are missing.
    public func lastWeek(of custSpaceId: String) async throws -> [Day] {
        let (start, end) = try fullDays("7d")
        let metrics = try await client.getChatappPhoneNumberMetric(
            start: start,
            end: end,
            granularity: .daily,
            custSpaceId: custSpaceId
        )
        return Dictionary(grouping: metrics.data, by: \.start)
            .map { start, rows in
                Day(
                    start: start,
                    sent: rows.map(\.sentCount).reduce(0, +),
                    delivered: rows.map(\.deliveredCount).reduce(0, +)
                )
            }
            .sorted { $0.start < $1.start }
    }
}
