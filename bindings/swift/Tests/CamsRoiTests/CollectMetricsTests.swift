import CamsRoi
import Foundation
import XCTest

final class CollectMetricsTests: CollectedTestCase {
    private func collect(_ results: AllItems<CollectedMetrics>) async throws -> [CollectedMetrics] {
        try await results.reduce(into: []) { $0.append($1) }
    }

    private func date(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601)
    }

    func testEveryChannelIsFoundAndAskedFor() async throws {
        let results = try await collect(client().collectMetrics(days: "3d", timeZone: "UTC"))
        let parts = ["- -", "744 de", "744 en"]
        let wanted = all.flatMap { id in parts.map { "\(id) \($0)" } }
        let got = results.map { "\($0.custSpaceId) \($0.templateCode ?? "-") \($0.language ?? "-")" }
        XCTAssertEqual(got.sorted(), wanted.sorted())
        let (start, end) = try fullDays("3d")
        XCTAssertTrue(results.allSatisfy { $0.error == nil && $0.start == start && $0.end == end })
        let numbers = try XCTUnwrap(results.first { $0.custSpaceId == "cams-1" && $0.templateCode == nil })
        XCTAssertEqual(numbers.rows.count, 3)
        XCTAssertTrue(numbers.rows.allSatisfy { $0.phoneNumber == "99900000001" && $0.clicks.isEmpty })
        let progress = CollectProgress(channels: 4, done: 12, total: 12, isComplete: true, skipped: 0, failed: 0)
        XCTAssertEqual(results.last?.progress, progress)
    }

    func testWhatIsGivenIsAskedForAlone() async throws {
        let results = try await collect(
            client().collectMetrics(
                channels: ["cams-1"],
                targets: [
                    MetricsTarget(custSpaceId: "cams-2", templateCode: "7", language: "en"),
                    MetricsTarget(custSpaceId: "cams-3", isvCode: "isv-3"),
                ],
                start: date("2026-03-01T00:00:00Z"),
                end: date("2026-03-05T00:00:00Z"),
                templates: false,
                daysPerQuery: 2
            )
        )
        let days = [try date("2026-03-01T00:00:00Z"), try date("2026-03-03T00:00:00Z")]
        let parts = ["cams-1 -", "cams-2 7"].flatMap { part in days.map { "\(part) \($0)" } }
        let got = results.map { "\($0.custSpaceId) \($0.templateCode ?? "-") \($0.start)" }
        // The ISV code is not the account's, so that the phone numbers of that channel cannot be found.
        XCTAssertEqual(got.sorted(), parts + ["cams-3 - \(days[0])"])
        let codes = try await emulator.log().map { $0["parameters"]["IsvCode"].text }
        XCTAssertEqual(Set(codes), [nil, "isv-3"])
    }

    func testChannelsComeWithISVCodesAndFromFiles() async throws {
        let file = folder.appending(path: "channels.csv")
        try Data("cust_space_id,isv_code\ncams-1,\ncams-3,isv-3\n".utf8).write(to: file)
        let client = try client()
        let channels = [WhatsAppChannel("cams-1"), WhatsAppChannel("cams-3", isvCode: "isv-3")]
        let runs = [
            client.collectMetrics(channels: channels, days: "yesterday", templates: false),
            client.collectMetrics(channels: try readChannels(file.path()), days: "yesterday", templates: false),
        ]
        for results in runs {
            try await forget()
            for try await _ in results {}
            let codes = try await emulator.log().map {
                "\($0["parameters"]["CustSpaceId"].text ?? "-") \($0["parameters"]["IsvCode"].text ?? "-")"
            }
            XCTAssertEqual(Set(codes), ["cams-1 -", "cams-3 isv-3"])
        }
    }

    func testADeniedChannelHasAnErrorAndTheOthersGoOn() async throws {
        let denied: JSON = ["type": "error", "status": 403, "code": "Ram.PermissionDeny", "message": "No."]
        try await emulator.fault(denied, of: ["cust_space_id": "cams-2"])
        let results = try await collect(client().collectMetrics(channels: channels, days: "yesterday"))
        let failed = results.filter { $0.error != nil }
        XCTAssertEqual(Set(failed.map(\.custSpaceId)), ["cams-2"])
        XCTAssertEqual(results.count - failed.count, 6)
        let error = try XCTUnwrap(failed.first?.error)
        XCTAssertEqual(error.kind, .permissionDenied)
        XCTAssertEqual([error.code, error.custSpaceId, error.message], ["Ram.PermissionDeny", "cams-2", "No."])
        XCTAssertEqual([error.httpStatus, error.attempts], [403, 1])
        XCTAssertFalse(error.isRetryable)
        XCTAssertFalse(error.hint.isEmpty)
        XCTAssertNotNil(error.requestId)
        XCTAssertTrue(error.description.contains("Ram.PermissionDeny"), error.description)
        XCTAssertEqual(results.last?.progress.failed, failed.count)
    }

    func testWhatTimesOutSaysSoInItsResult() async throws {
        try await hang("cams-2")
        let client = try emulator.client {
            $0.maxAttempts = 1
            $0.attemptTimeout = .milliseconds(50)
        }
        let results = client.collectMetrics(channels: ["cams-2"], days: "yesterday", templates: false)
        let error = try await collect(results).first?.error
        XCTAssertEqual(error?.kind, .requestTimeout)
        XCTAssertEqual(error?.timeoutPhase, .attempt)
        XCTAssertEqual(error?.isRetryable, true)
    }

    func testAnErrorOfTheWholeAccountEndsIt() async throws {
        try await emulator.changeAccount(["subscribed": false])
        let client = try client()
        var results = client.collectMetrics(days: "yesterday").makeAsyncIterator()
        do {
            _ = try await results.next()
            XCTFail("nothing was thrown")
        } catch let error as CamsRoiError {
            XCTAssertEqual(error.kind, .notSubscribed)
        }
        let behind = try await results.next()
        XCTAssertNil(behind)
    }

    func testASecondRunWithTheSameJournalAsksNothingTwice() async throws {
        let journal = folder.appending(path: "metrics.journal").path()
        let two = Array(channels.prefix(2))
        let first = try await collect(client().collectMetrics(channels: two, days: "2026-03-01", journal: journal))
        XCTAssertEqual(first.count, 6)
        try await forget()
        let again = try client().collectMetrics(channels: channels, days: "2026-03-01", journal: journal)
        let second = try await collect(again)
        XCTAssertEqual(Set(second.map(\.custSpaceId)), ["cams-3"])
        XCTAssertEqual(second.last?.progress.skipped, 6)
        for operation in ["GetChatappPhoneNumberMetric", "GetChatappTemplateMetric"] {
            let asked = try await asked(operation)
            XCTAssertEqual(Set(asked), ["cams-3"])
        }
    }

    func testWhatWasTakenBeforeTheLoopWasLeftIsDone() async throws {
        let journal = folder.appending(path: "left.journal").path()
        let key = { (it: CollectedMetrics) in
            "\(it.custSpaceId) \(it.templateCode ?? "-") \(it.language ?? "-")"
        }
        let run = { (client: CamsRoiClient) in
            client.collectMetrics(channels: self.channels, days: "2026-03-01", journal: journal)
        }
        var first: [String] = []
        for try await result in run(try client()) {
            first.append(key(result))
            // Behind this one, the next one is not asked for.
            if first.count == 4 { break }
        }
        let second = try await collect(run(client())).map(key)
        XCTAssertEqual(second.count, 6)
        XCTAssertEqual(first.filter(second.contains), [first[3]])
        let third = try await collect(run(client()))
        XCTAssertEqual(third, [])
    }

    func testWrongDaysAndLimitsAreRefusedBeforeAnythingIsSent() async throws {
        let client = try client()
        let wrong = [
            (client.collectMetrics(days: "soon"), "days is \"soon\""),
            (client.collectMetrics(days: "7d", timeZone: "+8"), "the time zone \"+8\""),
            (client.collectMetrics(days: "7d", limit: 0), "limit is 0"),
        ]
        for (results, message) in wrong {
            let error = try await failure { try await collect(results) }
            XCTAssertEqual(error.kind, .invalidArgument)
            XCTAssertTrue(error.message.contains(message), error.message)
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, 0)
    }

    func testLeavingTheLoopEndsTheCalls() async throws {
        try await hang("cams-2")
        for try await _ in try client().collectMetrics(channels: channels, days: "yesterday") { break }
        try await endsForGood()
        let mine = try await thrown {
            for try await _ in try client().collectMetrics(channels: channels, days: "yesterday") {
                throw TestFailure("mine")
            }
        }
        XCTAssertTrue(mine is TestFailure, "\(mine)")
        try await endsForGood()
    }

    func testALimitEndsTheCalls() async throws {
        try await hang("cams-2")
        let results = try await collect(client().collectMetrics(channels: channels, days: "yesterday", limit: 2))
        XCTAssertEqual(results.count, 2)
        try await endsForGood()
    }

    func testAnIteratorThatIsDroppedEndsTheCalls() async throws {
        try await hang("cams-2")
        let client = try client()
        do {
            var results = client.collectMetrics(channels: channels, days: "yesterday").makeAsyncIterator()
            _ = try await results.next()
        }
        try await endsForGood()
    }

    func testCancellingEndsTheCallsWhetherOrNotThereWasAResult() async throws {
        try await hang("cams-2")
        let client = try client()
        for given in [["cams-2"], channels] {
            try await forget()
            let results = client.collectMetrics(channels: given, days: "yesterday", templates: false)
            let reading = Task { for try await _ in results {} }
            try await isWaiting(2 * given.count - 1)
            reading.cancel()
            let error = try await thrown { try await reading.value }
            XCTAssertTrue(error is CancellationError, "\(error)")
            try await endsForGood()
        }
    }

    func testARunIsWaitedForByShutdown() async throws {
        let client = try client()
        var results: AllItems<CollectedMetrics>.AsyncIterator? =
            client.collectMetrics(channels: channels, days: "yesterday").makeAsyncIterator()
        _ = try await results?.next()
        let isDown = Recorder<Bool>()
        let waiting = Task {
            await client.shutdown()
            isDown.add(true)
        }
        // Later calls are refused from when it waits.
        while (try? await client.callText("ListInstance")) != nil {}
        XCTAssertEqual(isDown.all, [])
        while try await results?.next() != nil {}
        results = nil
        await waiting.value
    }

    func testEachIterationIsARun() async throws {
        let results = try client().collectMetrics(channels: ["cams-1"], days: "yesterday", templates: false)
        let (first, second) = (try await collect(results), try await collect(results))
        XCTAssertEqual(first, second)
        let asked = try await asked("GetChatappPhoneNumberMetric")
        XCTAssertEqual(asked.count, 2)
    }

    func testResultsAreMadeByHandForAClientOfATestsOwn() async throws {
        let lacking = try await failure { for try await _ in None().collectMetrics(days: "7d") {} }
        XCTAssertTrue(lacking.message.contains("collectMetrics"), lacking.message)
    }
}

/// What conforms without a function of its own.
private struct None: CamsRoiClientProtocol {}
