import CamsRoi
import Foundation
import XCTest

final class ShutdownTests: EmulatorTestCase {
    /// Waits until the client takes no more calls. Those that it takes until then send nothing.
    private func refused(_ client: CamsRoiClient) async throws -> CamsRoiError {
        while true {
            let error = try await failure {
                try await client.enableWhatsappRoiMetric(custSpaceId: channel, options: .init(timeout: .zero))
            }
            if error.kind != .requestTimeout { return error }
            // Such a call may end without ever leaving its thread, which others need.
            await Task.yield()
        }
    }

    func testItWaitsForTheCallsThatAreUnderWayAndRefusesLaterOnes() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client()
        let channel = channel
        let call = Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        try await emulator.logged { $0.count == 1 }
        let isDrained = Recorder<Bool>()
        let shutdown = Task {
            await client.shutdown()
            isDrained.add(true)
        }
        let error = try await refused(client)
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertTrue(error.message.contains("shut down"), error.message)
        XCTAssertTrue(error.hint.contains("shutdown()"), error.hint)
        XCTAssertEqual(isDrained.all, [])
        call.cancel()
        await shutdown.value
        _ = try await thrown { try await call.value }
    }

    func testEveryCallThatBeganHasEndedAsItWouldHave() async throws {
        let client = try emulator.client()
        let ended = Recorder<Bool>()
        let channel = channel
        let calls = (0..<100).map { _ in
            Task {
                do {
                    try await client.enableWhatsappRoiMetric(custSpaceId: channel)
                    ended.add(true)
                } catch let error as CamsRoiError where error.kind == .invalidArgument {
                    ended.add(false)
                }
            }
        }
        try await emulator.logged { !$0.isEmpty }
        await client.shutdown()
        let sent = try await emulator.log().count
        for call in calls { try await call.value }
        XCTAssertEqual(ended.all.count, calls.count)
        XCTAssertEqual(ended.all.filter { $0 }.count, sent)
    }

    func testARunIsWaitedForUntilItEndsOrIsLeft() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client()
        let channels = emulator.channels
        let run = Task { for try await _ in client.enableMany(channels) {} }
        try await emulator.logged { $0.count == channels.count }
        let isDrained = Recorder<Bool>()
        let shutdown = Task {
            await client.shutdown()
            isDrained.add(true)
        }
        _ = try await refused(client)
        let later = try await failure { for try await _ in client.enableMany(channels) {} }
        XCTAssertEqual(later.kind, .invalidArgument)
        XCTAssertEqual(isDrained.all, [])
        run.cancel()
        await shutdown.value
        _ = try await thrown { try await run.value }
    }

    func testWhoeverIsCancelledWaitsNoLonger() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client()
        let channel = channel
        let call = Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        try await emulator.logged { $0.count == 1 }
        let shutdown = Task { await client.shutdown() }
        _ = try await refused(client)
        shutdown.cancel()
        await shutdown.value
        // It was left to itself, and is still on the wire.
        let log = try await emulator.log()
        XCTAssertNotEqual(log[0]["outcome"].text, "client_gone")
        call.cancel()
        _ = try await thrown { try await call.value }
        await client.shutdown()
    }
}
