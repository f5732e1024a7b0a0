import CamsRoi
import Foundation
import XCTest

/// What a client tells of its calls and runs.
final class EventTests: EmulatorTestCase {
    func testACallIsToldFromItsStartToItsEndWithItsPlaceInATrace() async throws {
        let events = Recorder<ClientEvent>()
        let ended = expectation(description: "the end was told")
        let client = try emulator.client {
            $0.maxAttempts = 2
            $0.onEvent = { event in
                events.add(event)
                if event.name == .callEnd { ended.fulfill() }
            }
        }
        try await emulator.fault(["type": "throttle", "retry_after_ms": 1], times: 1)
        let place = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"
        try await CamsRoiClient.$traceparent.withValue(place) {
            _ = try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        }
        await fulfillment(of: [ended], timeout: 60)
        let told = events.all
        XCTAssertEqual(told.map(\.name), [.callStart, .callAttempt, .callAttempt, .callEnd])
        XCTAssertEqual(Set(told.map(\.callId)).count, 1)
        for event in told {
            XCTAssertEqual(event.operation, "EnableWhatsappROIMetric")
            XCTAssertEqual(event.custSpaceId, channel)
            XCTAssertEqual(event.parent, place)
        }
        XCTAssertEqual(told[0].attributes["rpc.method"], .text("cams/EnableWhatsappROIMetric"))
        XCTAssertEqual(told[1].attributes["cams.throttled"], .flag(true))
        XCTAssertEqual(told[2].attributes["http.response.status_code"], .whole(200))
        XCTAssertEqual(told[3].attributes["cams.attempts"], .whole(2))
        XCTAssertNil(told[3].attributes["error.type"])
        XCTAssertFalse("\(told)".contains(emulator.accessKeySecret))
    }

    func testARunIsToldWithItsSums() async throws {
        let events = Recorder<ClientEvent>()
        let ended = expectation(description: "the end was told")
        let client = try emulator.client {
            $0.onEvent = { event in
                events.add(event)
                if event.name == .runEnd { ended.fulfill() }
            }
        }
        for try await _ in client.enableMany([channel, "cams-foreign"]) {}
        await fulfillment(of: [ended], timeout: 60)
        let told = events.all
        XCTAssertEqual(told.first?.name, .runStart)
        XCTAssertEqual(told.last?.name, .runEnd)
        XCTAssertEqual(Set(told.map(\.runId)).count, 1)
        XCTAssertEqual(told.last?.attributes["cams.channels.enabled"], .whole(1))
        XCTAssertEqual(told.last?.attributes["cams.channels.failed"], .whole(1))
    }
}
