import CamsRoi
import Foundation
import XCTest

final class CallbackTests: EmulatorTestCase {
    func testCredentialsComeFromAFunctionOnceForAllWhoWait() async throws {
        let asked = Recorder<Void>()
        let credentials = emulator.credentials
        let client = try emulator.client {
            $0.credentials = .provider {
                asked.add(())
                await Task.yield()
                return credentials
            }
        }
        let channel = channel
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
            }
            try await group.waitForAll()
        }
        XCTAssertEqual(asked.all.count, 1)
    }

    func testTemporaryCredentialsAreAskedForAgainBeforeTheyExpire() async throws {
        let asked = Recorder<Void>()
        let credentials = emulator.credentials
        let client = try emulator.client {
            $0.credentials = .provider {
                asked.add(())
                var temporary = credentials
                temporary.expiresAt = Date() + 1
                return temporary
            }
        }
        while asked.all.count < 2 { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
    }

    func testWhatTheCredentialsFunctionThrowsIsUnderneath() async throws {
        struct Sealed: LocalizedError {
            var errorDescription: String? { "the vault is sealed\n  by the night watch" }
        }
        let client = try emulator.client { $0.credentials = .provider { throw Sealed() } }
        let error = try await failure { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        XCTAssertEqual(error.kind, .credentials)
        XCTAssertTrue(error.underlying is Sealed)
        XCTAssertTrue(error.message.contains("the vault is sealed"), error.message)
    }

    func testAFunctionThatGivesNoKeyIsTold() async throws {
        let client = try emulator.client { $0.credentials = .accessKey(id: "", secret: "") }
        let error = try await failure { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        XCTAssertEqual(error.kind, .credentials)
    }

    func testEachClientsLoggerIsToldWhatThatClientDoes() async throws {
        let records = Recorder<CamsRoiClient.LogRecord>()
        let attempted = expectation(description: "an attempt was told")
        let told = try emulator.client {
            $0.logger = { record in
                records.add(record)
                if record.message == "attempt" { attempted.fulfill() }
            }
        }
        try await emulator.client().enableWhatsappRoiMetric(custSpaceId: emulator.channels[1])
        try await told.enableWhatsappRoiMetric(custSpaceId: channel)
        await fulfillment(of: [attempted], timeout: 60)
        let attempts = records.all.filter { $0.message == "attempt" }
        XCTAssertEqual(attempts.count, 1)
        XCTAssertEqual(attempts[0].level, .debug)
        XCTAssertEqual(attempts[0].fields["rpc.method"], "cams/EnableWhatsappROIMetric")
        XCTAssertEqual(attempts[0].fields["cams.attempt"], "1")
        XCTAssertEqual(attempts[0].fields["cams.cust_space_id"], channel)
        let shown = "\(records.all)"
        XCTAssertFalse(shown.contains(emulator.accessKeySecret))
        XCTAssertFalse(shown.contains(emulator.accessKeyId))
    }

    func testADailyTimeThatIsNotInWholeDaysIsWarnedOfOnce() async throws {
        let records = Recorder<CamsRoiClient.LogRecord>()
        let last = expectation(description: "the last call was told of")
        let client = try emulator.client {
            $0.logLevel = .warn
            $0.logger = { record in
                records.add(record)
                if record.fields["rpc.method"] == "cams/GetChatappTemplateMetric" { last.fulfill() }
            }
        }
        let midnight = try Date("2026-03-02T00:00:00Z", strategy: .iso8601)
        let (day, end) = (86_400.0, midnight + 8 * 3600)
        _ = try await client.getChatappPhoneNumberMetric(start: end - day, end: end, custSpaceId: channel)
        _ = try await client.getChatappPhoneNumberMetric(start: midnight - day, end: midnight, custSpaceId: channel)
        _ = try await client.getChatappPhoneNumberMetric(
            start: end - day,
            end: end,
            granularity: .halfHour,
            custSpaceId: channel
        )
        _ = try await client.getChatappTemplateMetric(
            templateCode: "7",
            start: end - day,
            end: end,
            granularity: .daily,
            custSpaceId: channel
        )
        await fulfillment(of: [last], timeout: 60)
        let told = records.all
        XCTAssertTrue(told.allSatisfy { $0.level == .warn && $0.message.contains("not in whole days of UTC") })
        let of = told.map { $0.fields["rpc.method"] }
        XCTAssertEqual(of, ["cams/GetChatappPhoneNumberMetric", "cams/GetChatappTemplateMetric"])
    }

    func testALoggerIsToldOfNothingBelowItsLevel() async throws {
        let records = Recorder<CamsRoiClient.LogRecord>()
        let told = expectation(description: "something was told")
        told.assertForOverFulfill = false
        let client = try emulator.client {
            $0.logLevel = .info
            $0.rateLimit = .documented
            $0.logger = { record in
                records.add(record)
                told.fulfill()
            }
        }
        try await emulator.fault(["type": "throttle"], times: 1)
        try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        await fulfillment(of: [told], timeout: 60)
        XCTAssertTrue(records.all.allSatisfy { $0.level >= .info })
        XCTAssertLessThan(CamsRoiClient.LogLevel.trace, .error)
    }
}
