// Written by `cargo xtask generate` from `model/types.toml`; do not edit.

// What several operations share.

/// How long a time each row of metrics covers. What the service may add can be given, and comes, as it is.
public struct Granularity: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// A day.
    public static let daily: Granularity = "DAILY"
    /// Half an hour.
    public static let halfHour: Granularity = "HALF_HOUR"

    /// The service's word.
    public var rawValue: String

    /// A word of the service's.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A word of the service's.
    public init(stringLiteral: String) {
        self.init(rawValue: stringLiteral)
    }
}

extension Granularity: MessageValue {}
