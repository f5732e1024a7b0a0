import CamsRoi
import Foundation
import XCTest

final class EnableAllTests: CollectedTestCase {
    private func enabled(_ run: EnableRun) async throws -> [String] {
        try await run.outcomes.reduce(into: []) { if $1.isEnabled { $0.append($1.custSpaceId) } }.sorted()
    }

    /// Has the listing answered with channels, each with a state and a region.
    private func list(_ channels: (id: String, state: String, region: String)...) async throws {
        let data = channels.map { channel -> JSON in
            [
                "InstanceId": .text(channel.id), "InstanceName": .text("Shop \(channel.id)"),
                "ChannelType": "whatsapp", "State": .text(channel.state), "ResourceRegionId": .text(channel.region),
            ]
        }
        let body: JSON = ["Code": "OK", "TotalCount": .integer(Int64(data.count)), "Data": .list(data)]
        try await emulator.fault(answer(body), of: ["action": "ListInstance"])
    }

    func testAllChannelsAreFoundAndEnabledAndTheirNumberIsTold() async throws {
        let totals = Recorder<Int?>()
        let run = try await client().enableAll(options: EnableManyOptions(onProgress: { totals.add($0.total) }))
        XCTAssertEqual(run.total, all.count)
        XCTAssertEqual(run.channels.map(\.custSpaceId).sorted(), all)
        let none = try await asked("EnableWhatsappROIMetric")
        XCTAssertEqual(none, [])
        let done = try await enabled(run)
        XCTAssertEqual(done, all)
        XCTAssertEqual(Set(totals.all), [all.count])
        let asked = try await asked("EnableWhatsappROIMetric")
        XCTAssertEqual(asked, all)
    }

    func testChannelsAreChosenByNameStateRegionAndByWhatTheCallerSays() async throws {
        try await list(
            ("cams-1", "published", "cn-hongkong"),
            ("cams-2", "draft", "cn-hongkong"),
            ("cams-3", "published", "ap-southeast-1")
        )
        let client = try client()
        let runs = [
            (try await client.enableAll(name: "CAMS-2"), ["cams-2"]),
            (try await client.enableAll(state: "Published"), ["cams-1", "cams-3"]),
            (try await client.enableAll(region: "cn-hongkong"), ["cams-1", "cams-2"]),
            (try await client.enableAll(state: "published") { $0.region != "cn-hongkong" }, ["cams-3"]),
            (try await client.enableAll { $0.name == "none" }, []),
        ]
        for (run, expected) in runs {
            XCTAssertEqual(run.total, expected.count)
            let done = try await enabled(run)
            XCTAssertEqual(done, expected)
        }
    }

    func testAChannelThatIsListedTwiceIsEnabledOnce() async throws {
        try await list(("cams-1", "", ""), ("cams-1", "", ""))
        let run = try await client().enableAll()
        XCTAssertEqual(run.total, 1)
    }

    func testWhereTheCallersChoiceThrowsNothingIsEnabled() async throws {
        let client = try client()
        let mine = try await thrown {
            try await client.enableAll { channel in
                if channel.custSpaceId == "cams-2" { throw TestFailure("mine") }
                return true
            }
        }
        XCTAssertEqual((mine as? TestFailure)?.description, "mine")
        let asked = try await asked("EnableWhatsappROIMetric")
        XCTAssertEqual(asked, [])
    }

    func testWhereChannelsCannotBeListedItIsThrown() async throws {
        try await emulator.changeAccount(["subscribed": false])
        let error = try await failure { try await client().enableAll() }
        XCTAssertEqual(error.kind, .notSubscribed)
        let log = try await emulator.log()
        XCTAssertEqual(log.count, 1)
    }

    func testAJournalCarriesOverWhatIsDone() async throws {
        let options = EnableManyOptions(journal: folder.appending(path: "channels.journal").path())
        _ = try await enabled(client().enableAll(name: "cams-1", options: options))
        let again = try await client().enableAll(options: options)
        let resumed: [String] = try await again.outcomes.reduce(into: []) { found, outcome in
            if outcome.isResumed { found.append(outcome.custSpaceId) }
        }
        XCTAssertEqual(resumed, ["cams-1"])
        let asked = try await asked("EnableWhatsappROIMetric")
        XCTAssertEqual(asked, all)
    }

    func testCancellingEndsTheCallThatFindsChannels() async throws {
        try await emulator.fault(["type": "hang"], of: ["action": "ListInstance"])
        let client = try client()
        let finding = Task { try await client.enableAll() }
        try await emulator.logged { $0.count == 1 }
        finding.cancel()
        let error = try await thrown { try await finding.value }
        XCTAssertTrue(error is CancellationError, "\(error)")
        try await emulator.sawGone()
    }

    func testAClientOfATestsOwnHasItByItsListingAndItsRuns() async throws {
        let client = Own()
        let run = try await client.enableAll { $0.name != "b" }
        XCTAssertEqual(run.channels.map(\.custSpaceId), ["a"])
        let done = try await enabled(run)
        XCTAssertEqual(done, ["a"])
    }
}

private struct Own: CamsRoiClientProtocol {
    func findChannels(
        _ request: FindChannelsRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<FoundChannel> {
        AllItems(["a", "b"].map { FoundChannel(custSpaceId: $0, instanceId: $0, name: $0, state: "", region: "") })
    }

    func enableMany(_ channels: EnableManyChannels, options: EnableManyOptions) -> EnableManyOutcomes {
        EnableManyOutcomes([ChannelOutcome(custSpaceId: "a")])
    }
}
