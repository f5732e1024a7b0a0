// Written by `cargo xtask generate` from `model/types.toml`; do not edit.

// What several operations share.

/// A page of a list.
public struct Page: Sendable, Hashable, Codable {
    /// The page's number, from 1.
    public var index: Int
    /// The number of rows of a page. The service documents no maximum.
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

/// The clicks on one button of a template.
public struct ButtonClicks: Sendable, Hashable, Codable {
    /// The button's text, in the template's language.
    public var buttonContent: String
    /// What kind of button it is.
    public var type: ButtonType
    /// Clicks; zero if the service left it out.
    public var count: Int

    /// Makes one, for example in a test.
    public init(buttonContent: String, type: ButtonType, count: Int) {
        self.buttonContent = buttonContent
        self.type = type
        self.count = count
    }
}

extension ButtonClicks: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.buttonContent = try reader.read()
        self.type = try reader.read()
        self.count = try reader.read()
    }
}

/// The length of the period of each row of metrics. What the service may add can be given, and comes, as it is.
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

/// Meta's rating of the messages of the last days. What the service may add can be given, and comes, as it is.
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

/// What kind of button a template has. What the service may add can be given, and comes, as it is.
public struct ButtonType: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// Calls a phone number.
    public static let phoneNumber: ButtonType = "phone_number_button"
    /// Opens a web page.
    public static let url: ButtonType = "url_button"
    /// Replies with a fixed text.
    public static let quickReply: ButtonType = "quick_reply_button"

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

extension ButtonType: MessageValue {}
