import Foundation
internal import CamsRoiNative

/// How long a time each row of figures covers. What the service may add can be given, and comes, as a text.
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

/// What kind of button a template has. What the service may add comes as it is.
public struct ButtonType: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// It calls a number.
    public static let phoneNumber: ButtonType = "phone_number_button"
    /// It opens a page.
    public static let url: ButtonType = "url_button"
    /// It sends an answer.
    public static let quickReply: ButtonType = "quick_reply_button"

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

/// The answer to `EnableWhatsappROIMetric`: figures are being collected.
public struct EnableWhatsappRoiMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The service's message, where it is more than a placeholder.
    public var message: String?
    /// The service's `AccessDeniedDetail`, where it is more than a placeholder.
    public var accessDeniedDetail: AccessDeniedDetail?

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, message: String? = nil, accessDeniedDetail: AccessDeniedDetail? = nil) {
        self.requestId = requestId
        self.message = message
        self.accessDeniedDetail = accessDeniedDetail
    }

    init(_ native: Enabled) {
        let detail = native.accessDeniedDetail.map { AccessDeniedDetail($0) }
        self.init(requestId: native.requestId, message: native.remark, accessDeniedDetail: detail)
    }
}

/// The answer to `GetChatappPhoneNumberMetric`.
public struct GetChatappPhoneNumberMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The rows as they came; none where there is no data (yet).
    public var data: [PhoneNumberMetric]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, data: [PhoneNumberMetric] = []) {
        self.requestId = requestId
        self.data = data
    }

    init(_ native: PhoneNumberFigures) {
        self.init(requestId: native.requestId, data: native.data.map { PhoneNumberMetric($0) })
    }
}

/// One phone number's figures for one period, as they came: the service's own samples have a start after the end.
public struct PhoneNumberMetric: Sendable, Hashable, Codable {
    /// The business phone number; empty where the service left it out.
    public var phoneNumber: String
    /// How long a time the row covers.
    public var granularity: Granularity?
    /// When the period begins.
    public var start: Date
    /// When the period ends.
    public var end: Date
    /// Messages sent.
    public var sentCount: Int
    /// Messages delivered.
    public var deliveredCount: Int

    /// Makes a row, for example in a test.
    public init(
        phoneNumber: String,
        granularity: Granularity? = nil,
        start: Date,
        end: Date,
        sentCount: Int,
        deliveredCount: Int
    ) {
        self.phoneNumber = phoneNumber
        self.granularity = granularity
        self.start = start
        self.end = end
        self.sentCount = sentCount
        self.deliveredCount = deliveredCount
    }

    fileprivate init(_ native: PhoneNumberRow) {
        phoneNumber = native.phoneNumber
        granularity = native.granularity.map { Granularity(rawValue: $0) }
        start = Date(milliseconds: native.startMs)
        end = Date(milliseconds: native.endMs)
        sentCount = Int(clamping: native.sentCount)
        deliveredCount = Int(clamping: native.deliveredCount)
    }
}

/// The answer to `GetChatappTemplateMetric`.
public struct GetChatappTemplateMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The rows as they came; none where there is no data (yet).
    public var data: [TemplateMetric]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, data: [TemplateMetric] = []) {
        self.requestId = requestId
        self.data = data
    }

    init(_ native: TemplateFigures) {
        self.init(requestId: native.requestId, data: native.data.map { TemplateMetric($0) })
    }
}

/// One template's figures in one language for one period, as they came.
public struct TemplateMetric: Sendable, Hashable, Codable {
    /// The template's code: a long text of digits.
    public var templateCode: String
    /// The template's language; empty where the service left it out.
    public var language: String
    /// When the period begins.
    public var start: Date
    /// When the period ends.
    public var end: Date
    /// Messages sent.
    public var sentCount: Int
    /// Messages delivered.
    public var deliveredCount: Int
    /// Messages read.
    public var readCount: Int
    /// Clicks by button.
    public var clicks: [ButtonClicks]

    /// Makes a row, for example in a test.
    public init(
        templateCode: String,
        language: String,
        start: Date,
        end: Date,
        sentCount: Int,
        deliveredCount: Int,
        readCount: Int,
        clicks: [ButtonClicks] = []
    ) {
        self.templateCode = templateCode
        self.language = language
        self.start = start
        self.end = end
        self.sentCount = sentCount
        self.deliveredCount = deliveredCount
        self.readCount = readCount
        self.clicks = clicks
    }

    fileprivate init(_ native: TemplateRow) {
        templateCode = native.templateCode
        language = native.language
        start = Date(milliseconds: native.startMs)
        end = Date(milliseconds: native.endMs)
        sentCount = Int(clamping: native.sentCount)
        deliveredCount = Int(clamping: native.deliveredCount)
        readCount = Int(clamping: native.readCount)
        clicks = native.clicks.map { ButtonClicks($0) }
    }
}

/// How often one button of a template was clicked.
public struct ButtonClicks: Sendable, Hashable, Codable {
    /// The button's text.
    public var buttonContent: String
    /// What kind of button it is.
    public var type: ButtonType
    /// Clicks.
    public var count: Int

    /// Makes a row, for example in a test.
    public init(buttonContent: String, type: ButtonType, count: Int) {
        self.buttonContent = buttonContent
        self.type = type
        self.count = count
    }

    fileprivate init(_ native: Clicks) {
        buttonContent = native.buttonContent
        type = ButtonType(rawValue: native.buttonType)
        count = Int(clamping: native.count)
    }
}
