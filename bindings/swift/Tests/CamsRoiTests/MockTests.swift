import CamsRoi
import Foundation
import XCTest

/// What a program's own tests put in place of a client.
final class MockTests: XCTestCase {
    func testAProgramThatTakesAnyClientIsTestedWithoutOne() async throws {
        let client = Mock()
        try await enableForCustomer("cams-1:cams-2", with: client)
        XCTAssertEqual(
            client.asked.all,
            [
                EnableWhatsappRoiMetricRequest(custSpaceId: .id("cams-1"), isvCode: "isv-1"),
                EnableWhatsappRoiMetricRequest(custSpaceId: .id("cams-2"), isvCode: "isv-1"),
                EnableWhatsappRoiMetricRequest(custSpaceId: .ownChannel),
            ]
        )
    }

    func testWhatAMockLacksFailsAndIsNamed() async throws {
        let client: any CamsRoiClientProtocol = Mock()
        let now = Date()
        let lacking: [(String, @Sendable () async throws -> Void)] = [
            (
                "getChatappPhoneNumberMetric",
                { _ = try await client.getChatappPhoneNumberMetric(start: now, end: now, custSpaceId: "1") }
            ),
            ("enableMany", { for try await _ in Bare().enableMany(["cams-1"]) {} }),
            ("callText", { _ = try await Bare().call("ListInstance") }),
        ]
        for (name, call) in lacking {
            do {
                try await call()
                XCTFail("\(name) is there")
            } catch let error as CamsRoiError {
                XCTAssertEqual(error.kind, .configuration)
                XCTAssertTrue(error.message.contains(name), error.message)
            }
        }
        await Bare().shutdown()
    }

    func testItsAnswersAreDecodedAsTheServices() async throws {
        struct Answer: Decodable { let Code: String }
        let answer = try await Mock().call("ListInstance", parameters: ["PageSize": 10], as: Answer.self)
        XCTAssertEqual(answer.Code, "ListInstance PageSize=10")
    }

    func testItsRunsHaveTheChannelsAndGiveOutcomesOfItsOwn() async throws {
        let client = Mock()
        for _ in 0..<2 {
            var outcomes: [ChannelOutcome] = []
            for try await outcome in client.enableMany(["cams-1", "cams-2"]) { outcomes.append(outcome) }
            let refused = CamsRoiError(.throttled, message: "too many")
            XCTAssertEqual(
                outcomes,
                [ChannelOutcome(custSpaceId: "cams-1"), ChannelOutcome(custSpaceId: "cams-2", error: refused)]
            )
        }
        let bare = Bare().enableMany(EnableManyChannels(["cams-1"]), options: EnableManyOptions())
        XCTAssertNotNil(bare)
    }
}

/// What the program does.
private func enableForCustomer(_ list: String, with client: some CamsRoiClientProtocol) async throws {
    for id in list.split(separator: ":") {
        try await client.enableWhatsappRoiMetric(custSpaceId: id, isvCode: "isv-1")
    }
    try await client.enableWhatsappRoiMetric(custSpaceId: .ownChannel)
}

private struct Mock: CamsRoiClientProtocol {
    let asked = Recorder<EnableWhatsappRoiMetricRequest>()

    func enableWhatsappRoiMetric(
        _ request: EnableWhatsappRoiMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> EnableWhatsappRoiMetricResult {
        asked.add(request)
        return EnableWhatsappRoiMetricResult(requestId: "r")
    }

    func callText(
        _ action: String,
        parameters: [String: any CallParameter],
        idempotent: Bool?,
        unchecked: Bool,
        options: CamsRoiClient.CallOptions
    ) async throws -> String {
        let given = parameters.map { "\($0.key)=\($0.value.callValue.text)" }.joined()
        return "{\"Code\": \"\(action) \(given)\"}"
    }

    func enableMany(_ channels: EnableManyChannels, options: EnableManyOptions) -> EnableManyOutcomes {
        EnableManyOutcomes(
            AsyncThrowingStream { outcomes in
                Task {
                    var error: CamsRoiError?
                    for try await channel in channels {
                        outcomes.yield(ChannelOutcome(custSpaceId: channel.custSpaceId, error: error))
                        error = CamsRoiError(.throttled, message: "too many")
                    }
                    outcomes.finish()
                }
            }
        )
    }
}

/// What conforms without a function of its own.
private struct Bare: CamsRoiClientProtocol {}
