import CamsRoi
import Foundation
import XCTest

final class FullDaysTests: XCTestCase {
    private let now = Date(timeIntervalSince1970: 1_795_809_600)  // 2026-11-27T20:00:00Z

    private func shown(_ days: String, _ timeZone: String? = nil) throws -> String {
        let (start, end) = try fullDays(days, timeZone: timeZone, now: now)
        return "\(start.ISO8601Format()) \(end.ISO8601Format())"
    }

    func testDaysAreWholeAndNoneIsToday() throws {
        XCTAssertEqual(try shown("yesterday"), "2026-11-26T00:00:00Z 2026-11-27T00:00:00Z")
        XCTAssertEqual(try shown("7d"), "2026-11-20T00:00:00Z 2026-11-27T00:00:00Z")
        XCTAssertEqual(try shown("2026-11-01"), "2026-11-01T00:00:00Z 2026-11-02T00:00:00Z")
        XCTAssertEqual(try shown("2026-11-01..2026-11-07"), "2026-11-01T00:00:00Z 2026-11-08T00:00:00Z")
        let (start, end) = try fullDays("1d")
        XCTAssertTrue(start < end && end <= Date())
    }

    func testTheyBeginWhereTheTimeZoneSays() throws {
        XCTAssertEqual(try shown("1d", "+08:00"), "2026-11-26T16:00:00Z 2026-11-27T16:00:00Z")
        XCTAssertEqual(try shown("1d", "UTC"), try shown("1d"))
    }

    func testWhatIsNoDayOrNoTimeZoneIsRefused() {
        for (days, zone) in [("", nil), ("today", nil), ("0d", nil), ("2026-11-02..2026-11-01", nil), ("1d", "Mars")] {
            do {
                _ = try fullDays(days, timeZone: zone, now: now)
                XCTFail("\(days) is taken")
            } catch {
                XCTAssertEqual(error.kind, .invalidArgument)
                XCTAssertTrue(error.message.contains(zone ?? "days is \"\(days)\""), error.message)
                XCTAssertFalse(error.hint.isEmpty)
            }
        }
    }
}
