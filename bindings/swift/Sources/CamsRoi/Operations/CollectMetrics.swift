// Written by `cargo xtask generate` from `model/operations/CollectMetrics.toml`; do not edit.

import Foundation

/// What is asked of ``CamsRoiOperations/collectMetrics(_:limit:options:)``.
public struct CollectMetricsRequest: Sendable, Hashable {
    /// The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and templates of each
    /// are read.
    public var channels: [WhatsAppChannel]?
    /// Single phone numbers or templates, in addition to `channels` or instead of them.
    public var targets: [MetricsTarget]?
    /// Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a range such
    /// as `2026-11-01..2026-11-07`, which includes both days.
    public var days: String?
    /// The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
    /// `Asia/Shanghai`. The service does not document where its own days begin.
    public var timeZone: String?
    /// The start of the time range, inclusive.
    public var start: Date?
    /// The end of the time range, exclusive.
    public var end: Date?
    /// The length of each row's period; `DAILY` by default.
    public var granularity: Granularity?
    /// Whether the metrics of phone numbers are read; true by default.
    public var phoneNumbers: Bool?
    /// Whether the metrics of templates are read; true by default.
    public var templates: Bool?
    /// The code by which the ISV authorised the caller, for channels without a code of their own.
    public var isvCode: String?
    /// The largest number of days of one query; 90 by default. A longer range is split into several queries. The
    /// service documents no maximum.
    public var daysPerQuery: Int?
    /// What records which queries are done, so that a killed run can be resumed without them: a file, or, in a build
    /// with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query is done when its
    /// result was taken, which is when the next one is asked for.
    public var journal: String?

    /// Makes a request.
    public init(
        channels: [WhatsAppChannel]? = nil,
        targets: [MetricsTarget]? = nil,
        days: String? = nil,
        timeZone: String? = nil,
        start: Date? = nil,
        end: Date? = nil,
        granularity: Granularity? = nil,
        phoneNumbers: Bool? = nil,
        templates: Bool? = nil,
        isvCode: String? = nil,
        daysPerQuery: Int? = nil,
        journal: String? = nil
    ) {
        self.channels = channels
        self.targets = targets
        self.days = days
        self.timeZone = timeZone
        self.start = start
        self.end = end
        self.granularity = granularity
        self.phoneNumbers = phoneNumbers
        self.templates = templates
        self.isvCode = isvCode
        self.daysPerQuery = daysPerQuery
        self.journal = journal
    }
}

/// What crosses at once.
private struct CollectMetricsPage: MessageReadable {
    var results: [CollectedMetrics]

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        // Each answer begins with the ID of its request, which this has none of.
        let _: String? = try reader.read()
        results = try reader.read()
    }
}

/// Whose metrics are read: those of a whole channel, of one of its phone numbers, or of one of its templates.
public struct MetricsTarget: Sendable, Hashable, Codable {
    /// The channel's ID (`cams-…`).
    public var custSpaceId: String
    /// One of its phone numbers: digits with country code, no `+`.
    public var phoneNumber: String?
    /// One of its templates, by its code.
    public var templateCode: String?
    /// One language of the template.
    public var language: String?
    /// The template's name, for the rows; it is not sent.
    public var templateName: String?
    /// The ISV code of this channel, if it has one of its own.
    public var isvCode: String?

    /// Makes one.
    public init(
        custSpaceId: String,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        language: String? = nil,
        templateName: String? = nil,
        isvCode: String? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.phoneNumber = phoneNumber
        self.templateCode = templateCode
        self.language = language
        self.templateName = templateName
        self.isvCode = isvCode
    }
}

extension MetricsTarget: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.phoneNumber)
        writer.write(self.templateCode)
        writer.write(self.language)
        writer.write(self.templateName)
        writer.write(self.isvCode)
    }
}

/// The result of one query: its rows, or the error. A channel whose phone numbers or templates could not be listed
/// has a result with an error, too.
public struct CollectedMetrics: Sendable, Hashable {
    /// The channel's ID.
    public var custSpaceId: String
    /// The phone number of the query; absent if the query was about a template, or listed what the channel has.
    public var phoneNumber: String?
    /// The template of the query; absent if the query was about a phone number, or listed what the channel has.
    public var templateCode: String?
    /// The template's name, as far as it is known.
    public var templateName: String?
    /// The template's language.
    public var language: String?
    /// The start of the query's time range.
    public var start: Date
    /// The end of the query's time range.
    public var end: Date
    /// The rows; empty if nothing was counted, or if the query failed.
    public var rows: [MetricsRow]
    /// Why the query failed; absent if it succeeded.
    public var error: CamsRoiError?
    /// How far the run is with this result.
    public var progress: CollectProgress

    /// Makes one, for example in a test.
    public init(
        custSpaceId: String,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        templateName: String? = nil,
        language: String? = nil,
        start: Date,
        end: Date,
        rows: [MetricsRow] = [],
        error: CamsRoiError? = nil,
        progress: CollectProgress
    ) {
        self.custSpaceId = custSpaceId
        self.phoneNumber = phoneNumber
        self.templateCode = templateCode
        self.templateName = templateName
        self.language = language
        self.start = start
        self.end = end
        self.rows = rows
        self.error = error
        self.progress = progress
    }
}

extension CollectedMetrics: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.custSpaceId = try reader.read()
        self.phoneNumber = try reader.read()
        self.templateCode = try reader.read()
        self.templateName = try reader.read()
        self.language = try reader.read()
        self.start = try reader.read()
        self.end = try reader.read()
        self.rows = try reader.read()
        self.error = try reader.read()
        self.progress = try reader.read()
    }
}

/// How far a run is.
public struct CollectProgress: Sendable, Hashable, Codable {
    /// Channels known so far.
    public var channels: Int
    /// Queries that are done.
    public var done: Int
    /// Queries known so far. The number may grow until `isComplete`.
    public var total: Int
    /// Whether all queries are known.
    public var isComplete: Bool
    /// Queries that an earlier run had done, according to the journal. They count as done.
    public var skipped: Int
    /// Results with an error.
    public var failed: Int

    /// Makes one, for example in a test.
    public init(channels: Int, done: Int, total: Int, isComplete: Bool, skipped: Int, failed: Int) {
        self.channels = channels
        self.done = done
        self.total = total
        self.isComplete = isComplete
        self.skipped = skipped
        self.failed = failed
    }
}

extension CollectProgress: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.channels = try reader.read()
        self.done = try reader.read()
        self.total = try reader.read()
        self.isComplete = try reader.read()
        self.skipped = try reader.read()
        self.failed = try reader.read()
    }
}

/// The metrics of a phone number, or of a template in one language, for one period. Counts are returned as they came.
/// Rates are computed from them, and are absent if the divisor is zero.
public struct MetricsRow: Sendable, Hashable, Codable {
    /// The channel's ID.
    public var custSpaceId: String
    /// The business phone number; absent in a template's row.
    public var phoneNumber: String?
    /// The template's code; absent in a phone number's row.
    public var templateCode: String?
    /// The template's name, as far as it is known.
    public var templateName: String?
    /// The template's language.
    public var language: String?
    /// When the period begins.
    public var start: Date
    /// When the period ends.
    public var end: Date
    /// Messages sent.
    public var sentCount: Int
    /// Messages delivered.
    public var deliveredCount: Int
    /// Messages read; absent in a phone number's row, because the service does not report it.
    public var readCount: Int?
    /// Clicks on all buttons together; absent in a phone number's row.
    public var clickCount: Int?
    /// Clicks by button.
    public var clicks: [ButtonClicks]
    /// Delivered messages divided by sent ones, from 0 to 1; absent if none was sent.
    public var deliveryRate: Double?
    /// Read messages divided by delivered ones, from 0 to 1; absent if none was delivered.
    public var readRate: Double?
    /// Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered.
    public var clickRate: Double?

    /// Makes one, for example in a test.
    public init(
        custSpaceId: String,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        templateName: String? = nil,
        language: String? = nil,
        start: Date,
        end: Date,
        sentCount: Int,
        deliveredCount: Int,
        readCount: Int? = nil,
        clickCount: Int? = nil,
        clicks: [ButtonClicks] = [],
        deliveryRate: Double? = nil,
        readRate: Double? = nil,
        clickRate: Double? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.phoneNumber = phoneNumber
        self.templateCode = templateCode
        self.templateName = templateName
        self.language = language
        self.start = start
        self.end = end
        self.sentCount = sentCount
        self.deliveredCount = deliveredCount
        self.readCount = readCount
        self.clickCount = clickCount
        self.clicks = clicks
        self.deliveryRate = deliveryRate
        self.readRate = readRate
        self.clickRate = clickRate
    }
}

extension MetricsRow: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.custSpaceId = try reader.read()
        self.phoneNumber = try reader.read()
        self.templateCode = try reader.read()
        self.templateName = try reader.read()
        self.language = try reader.read()
        self.start = try reader.read()
        self.end = try reader.read()
        self.sentCount = try reader.read()
        self.deliveredCount = try reader.read()
        self.readCount = try reader.read()
        self.clickCount = try reader.read()
        self.clicks = try reader.read()
        self.deliveryRate = try reader.read()
        self.readRate = try reader.read()
        self.clickRate = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads the metrics of many channels: their phone numbers, and their marketing templates in each language.
    ///
    /// For each channel, this finds the phone numbers (`QueryChatappPhoneNumbers`) and the marketing templates in
    /// each of their languages (`ListChatappTemplate`: category `MARKETING`, audit status `pass`), and reads the
    /// metrics of each. Each query yields a result of its own as soon as it is there. If a query fails, its result
    /// has the error, and the others continue. Operations run side by side, each at the full speed of its own limit.
    /// Without channels and targets, every channel that `FindChannels` finds is read. Give the time as `days`, or as
    /// `start` and `end`.
    ///
    /// Nothing is sent before the loop begins. An error that concerns all of it ends the loop and is thrown; leaving the
    /// loop, or cancelling its task, ends the calls that are under way, and makes no more.
    ///
    /// - Parameters:
    ///   - channels: The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and
    ///     templates of each are read.
    ///   - targets: Single phone numbers or templates, in addition to `channels` or instead of them.
    ///   - days: Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a
    ///     range such as `2026-11-01..2026-11-07`, which includes both days.
    ///   - timeZone: The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
    ///     `Asia/Shanghai`. The service does not document where its own days begin.
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - granularity: The length of each row's period; `DAILY` by default.
    ///   - phoneNumbers: Whether the metrics of phone numbers are read; true by default.
    ///   - templates: Whether the metrics of templates are read; true by default.
    ///   - isvCode: The code by which the ISV authorised the caller, for channels without a code of their own.
    ///   - daysPerQuery: The largest number of days of one query; 90 by default. A longer range is split into several
    ///     queries. The service documents no maximum.
    ///   - journal: What records which queries are done, so that a killed run can be resumed without them: a file,
    ///     or, in a build with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query
    ///     is done when its result was taken, which is when the next one is asked for.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What each call does differently from the client.
    /// - Returns: The results. Each iteration over them begins anew.
    public func collectMetrics(
        channels: [WhatsAppChannel]? = nil,
        targets: [MetricsTarget]? = nil,
        days: String? = nil,
        timeZone: String? = nil,
        start: Date? = nil,
        end: Date? = nil,
        granularity: Granularity? = nil,
        phoneNumbers: Bool? = nil,
        templates: Bool? = nil,
        isvCode: String? = nil,
        daysPerQuery: Int? = nil,
        journal: String? = nil,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<CollectedMetrics> {
        let request = CollectMetricsRequest(
            channels: channels,
            targets: targets,
            days: days,
            timeZone: timeZone,
            start: start,
            end: end,
            granularity: granularity,
            phoneNumbers: phoneNumbers,
            templates: templates,
            isvCode: isvCode,
            daysPerQuery: daysPerQuery,
            journal: journal
        )
        return collectMetrics(request, limit: limit, options: options)
    }

    /// The same for channels by their IDs alone.
    ///
    /// - Parameters:
    ///   - channels: The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and
    ///     templates of each are read.
    ///   - targets: Single phone numbers or templates, in addition to `channels` or instead of them.
    ///   - days: Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a
    ///     range such as `2026-11-01..2026-11-07`, which includes both days.
    ///   - timeZone: The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
    ///     `Asia/Shanghai`. The service does not document where its own days begin.
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - granularity: The length of each row's period; `DAILY` by default.
    ///   - phoneNumbers: Whether the metrics of phone numbers are read; true by default.
    ///   - templates: Whether the metrics of templates are read; true by default.
    ///   - isvCode: The code by which the ISV authorised the caller, for channels without a code of their own.
    ///   - daysPerQuery: The largest number of days of one query; 90 by default. A longer range is split into several
    ///     queries. The service documents no maximum.
    ///   - journal: What records which queries are done, so that a killed run can be resumed without them: a file,
    ///     or, in a build with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query
    ///     is done when its result was taken, which is when the next one is asked for.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What each call does differently from the client.
    /// - Returns: The results. Each iteration over them begins anew.
    public func collectMetrics(
        channels: some Sequence<some StringProtocol>,
        targets: [MetricsTarget]? = nil,
        days: String? = nil,
        timeZone: String? = nil,
        start: Date? = nil,
        end: Date? = nil,
        granularity: Granularity? = nil,
        phoneNumbers: Bool? = nil,
        templates: Bool? = nil,
        isvCode: String? = nil,
        daysPerQuery: Int? = nil,
        journal: String? = nil,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<CollectedMetrics> {
        let request = CollectMetricsRequest(
            channels: channels.map { WhatsAppChannel($0.description) },
            targets: targets,
            days: days,
            timeZone: timeZone,
            start: start,
            end: end,
            granularity: granularity,
            phoneNumbers: phoneNumbers,
            templates: templates,
            isvCode: isvCode,
            daysPerQuery: daysPerQuery,
            journal: journal
        )
        return collectMetrics(request, limit: limit, options: options)
    }

    /// The same for channels that become known one by one, such as ``readChannels(_:)`` gives: each loop goes through them
    /// before it sends anything.
    ///
    /// - Parameters:
    ///   - channels: The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and
    ///     templates of each are read.
    ///   - targets: Single phone numbers or templates, in addition to `channels` or instead of them.
    ///   - days: Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a
    ///     range such as `2026-11-01..2026-11-07`, which includes both days.
    ///   - timeZone: The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
    ///     `Asia/Shanghai`. The service does not document where its own days begin.
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - granularity: The length of each row's period; `DAILY` by default.
    ///   - phoneNumbers: Whether the metrics of phone numbers are read; true by default.
    ///   - templates: Whether the metrics of templates are read; true by default.
    ///   - isvCode: The code by which the ISV authorised the caller, for channels without a code of their own.
    ///   - daysPerQuery: The largest number of days of one query; 90 by default. A longer range is split into several
    ///     queries. The service documents no maximum.
    ///   - journal: What records which queries are done, so that a killed run can be resumed without them: a file,
    ///     or, in a build with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query
    ///     is done when its result was taken, which is when the next one is asked for.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What each call does differently from the client.
    /// - Returns: The results. Each iteration over them begins anew.
    public func collectMetrics<Channels: AsyncSequence & Sendable>(
        channels: Channels,
        targets: [MetricsTarget]? = nil,
        days: String? = nil,
        timeZone: String? = nil,
        start: Date? = nil,
        end: Date? = nil,
        granularity: Granularity? = nil,
        phoneNumbers: Bool? = nil,
        templates: Bool? = nil,
        isvCode: String? = nil,
        daysPerQuery: Int? = nil,
        journal: String? = nil,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<CollectedMetrics> where Channels.Element == WhatsAppChannel {
        AllItems(of: channels, limit: limit) { channels in
            let request = CollectMetricsRequest(
                channels: channels,
                targets: targets,
                days: days,
                timeZone: timeZone,
                start: start,
                end: end,
                granularity: granularity,
                phoneNumbers: phoneNumbers,
                templates: templates,
                isvCode: isvCode,
                daysPerQuery: daysPerQuery,
                journal: journal
            )
            return self.collectMetrics(request, limit: limit, options: options)
        }
    }

    /// Fails when it is iterated over: this client has no such function.
    public func collectMetrics(
        _ request: CollectMetricsRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<CollectedMetrics> {
        let error = lacks("collectMetrics")
        return AllItems(AsyncThrowingStream { throw error })
    }
}

extension CamsRoiClient {
    /// Reads the metrics of many channels: their phone numbers, and their marketing templates in each language, with
    /// what is asked as one value.
    public func collectMetrics(
        _ request: CollectMetricsRequest,
        limit: Int?,
        options: CallOptions
    ) -> AllItems<CollectedMetrics> {
        run("CollectMetrics", request, limit, options) { (page: CollectMetricsPage) in page.results }
    }
}

extension CollectMetricsRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.channels)
        writer.write(self.targets)
        writer.write(self.days)
        writer.write(self.timeZone)
        writer.write(self.start)
        writer.write(self.end)
        writer.write(self.granularity)
        writer.write(self.phoneNumbers)
        writer.write(self.templates)
        writer.write(self.isvCode)
        writer.write(self.daysPerQuery)
        writer.write(self.journal)
    }
}
