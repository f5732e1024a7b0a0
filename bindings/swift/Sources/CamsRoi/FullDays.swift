import Foundation
internal import CamsRoiNative

/// When whole days begin and end, as queries for metrics take it.
///
/// ```swift
/// let (start, end) = try fullDays("7d", timeZone: "+08:00")
/// let metrics = try await client.getChatappPhoneNumberMetric(start: start, end: end, custSpaceId: "cams-1")
/// ```
///
/// - Parameters:
///   - days: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or days from one to another, both
///     included, such as `2026-11-01..2026-11-07`. The last days end with yesterday: today is not a whole day yet.
///   - timeZone: Where days begin: `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`, which the system
///     must know; `UTC` by default. The service does not document where its own days begin.
///   - now: The present.
/// - Returns: When the first day begins, and when the last one ends.
/// - Throws: ``CamsRoiError/Kind/invalidArgument`` where the days or the time zone are something else.
public func fullDays(
    _ days: String,
    timeZone: String? = nil,
    now: Date = Date()
) throws(CamsRoiError) -> (start: Date, end: Date) {
    let found = try settled(nil) { try nativeFullDays(days: days, timeZone: timeZone, now: now.milliseconds) }
    return (Date(milliseconds: found.start), Date(milliseconds: found.end))
}
