// Written by `cargo xtask generate` from `model/types.toml`; do not edit.

// What several operations share.

/// Which page of a list is asked for.
public struct Page: Sendable, Hashable, Codable {
    /// Which page, from 1 on.
    public var index: Int
    /// How many rows a page has. The service documents no maximum.
    public var size: Int

    /// Makes one.
    public init(index: Int, size: Int) {
        self.index = index
        self.size = size
    }
}

extension Page: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.index)
        writer.write(self.size)
    }
}

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

/// What Meta thinks of the messages of the last days. What the service may add can be given, and comes, as it is.
public struct QualityRating: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// Good.
    public static let green: QualityRating = "GREEN"
    /// Middling.
    public static let yellow: QualityRating = "YELLOW"
    /// Bad.
    public static let red: QualityRating = "RED"
    /// Not known (yet).
    public static let unknown: QualityRating = "UNKNOWN"

    /// The service's word; empty where it left it out.
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

extension QualityRating: MessageValue {}
