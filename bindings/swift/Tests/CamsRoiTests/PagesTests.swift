import CamsRoi
import Foundation
import XCTest

/// Listings: all pages, one after the other.
final class PagesTests: EmulatorTestCase {
    private func client() throws -> CamsRoiClient {
        try emulator.client { $0.maxAttempts = 1 }
    }

    /// A page of channels whose IDs are numbers.
    private func page(_ ids: Range<Int>, total: JSON) -> JSON {
        let rows = ids.map { JSON.object(["InstanceId": .text("\($0)")]) }
        return ["Code": "OK", "RequestId": "R", "TotalCount": total, "Data": .list(rows)]
    }

    /// Has the requests answered with these, one after the other.
    private func answer(_ bodies: JSON...) async throws {
        for body in bodies {
            let text = String(decoding: try body.data, as: UTF8.self)
            try await emulator.fault(["type": "respond", "status": 200, "body": .text(text)], times: 1)
        }
    }

    private func asked(_ names: String...) async throws -> [[String?]] {
        try await emulator.log().map { request in names.map { request["parameters"][$0].text } }
    }

    private func sent() async throws -> Int {
        try await emulator.log().count
    }

    private func ids(_ instances: AllItems<Instance>) async throws -> [String] {
        try await instances.reduce(into: []) { $0.append($1.instanceId) }
    }

    func testAllPagesComeInTurn() async throws {
        try await answer(page(0..<2, total: 5), page(2..<4, total: 5), page(4..<5, total: 5))
        let found = try await ids(client().allInstances(channelType: "whatsapp", pageSize: 2))
        XCTAssertEqual(found, ["0", "1", "2", "3", "4"])
        let pages = try await asked("PageIndex", "PageSize", "ChannelType")
        XCTAssertEqual(pages, [["1", "2", "whatsapp"], ["2", "2", "whatsapp"], ["3", "2", "whatsapp"]])
    }

    func testOfTheRequestsPageOnlyTheSizeCounts() async throws {
        try await answer(page(0..<1, total: 1), page(0..<1, total: 1), page(0..<1, total: 1))
        let options = CamsRoiClient.CallOptions()
        _ = try await ids(client().allInstances())
        _ = try await ids(client().allInstances(ListInstanceRequest(), limit: nil, options: options))
        let seventh = ListInstanceRequest(pageIndex: 7, pageSize: 3)
        _ = try await ids(client().allInstances(seventh, limit: nil, options: options))
        let pages = try await asked("PageIndex", "PageSize")
        XCTAssertEqual(pages, [["1", "50"], ["1", "50"], ["1", "3"]])
    }

    func testAPageIsFetchedWhenItsFirstItemIsAskedFor() async throws {
        try await answer(page(0..<2, total: 4), page(2..<4, total: 4))
        let instances = try client().allInstances()
        var iterator = instances.makeAsyncIterator()
        var counts = [try await sent()]
        while try await iterator.next() != nil { counts.append(try await sent()) }
        XCTAssertEqual(counts, [0, 1, 1, 2, 2])
        let behind = try await iterator.next()
        XCTAssertNil(behind)
    }

    func testEachIterationBeginsWithTheFirstPage() async throws {
        try await answer(page(0..<1, total: 1), page(0..<1, total: 1))
        let instances = try client().allInstances()
        let (first, second) = (try await ids(instances), try await ids(instances))
        XCTAssertEqual(first, second)
        let pages = try await asked("PageIndex")
        XCTAssertEqual(pages, [["1"], ["1"]])
    }

    func testALimitFetchesNoPageBehindIt() async throws {
        for limit in [3, 4] {
            try await emulator.control("faults", method: "DELETE")
            try await emulator.control("log", method: "DELETE")
            try await answer(page(0..<2, total: 6), page(2..<4, total: 6), page(4..<6, total: 6))
            let found = try await ids(client().allInstances(limit: limit))
            XCTAssertEqual(found, (0..<limit).map { "\($0)" })
            let sent = try await sent()
            XCTAssertEqual(sent, 2)
        }
    }

    func testAnErrorEndsIt() async throws {
        let refused: JSON = ["Code": "Product.Unsubscript", "Message": "No."]
        try await answer(page(0..<2, total: 4), refused, page(2..<4, total: 4))
        var iterator = try client().allInstances().makeAsyncIterator()
        _ = try await iterator.next()
        _ = try await iterator.next()
        do {
            _ = try await iterator.next()
            XCTFail("nothing was thrown")
        } catch let error as CamsRoiError {
            XCTAssertEqual(error.kind, .notSubscribed)
            XCTAssertEqual(error.operation, "ListInstance")
        }
        let behind = try await iterator.next()
        XCTAssertNil(behind)
        let sent = try await sent()
        XCTAssertEqual(sent, 2)
    }

    func testAPageThatComesAgainIsAnError() async throws {
        try await answer(page(0..<2, total: nil), page(0..<2, total: nil))
        let error = try await failure { try await ids(client().allInstances()) }
        XCTAssertEqual(error.kind, .unexpectedResponse)
        XCTAssertTrue(error.message.contains("page 2 is the same as page 1"), error.message)
        let sent = try await sent()
        XCTAssertEqual(sent, 2)
    }

    func testAWrongSizeOrLimitIsRefusedBeforeAnythingIsSent() async throws {
        let client = try client()
        let wrong = [
            (client.allInstances(pageSize: 0), "a page of 0 items is asked for"),
            (client.allInstances(pageSize: -1), "a page of -1 items is asked for"),
            (client.allInstances(limit: 0), "limit is 0"),
            (client.allInstances(limit: -1), "limit is -1"),
        ]
        for (instances, message) in wrong {
            let error = try await failure { try await ids(instances) }
            XCTAssertEqual(error.kind, .invalidArgument)
            XCTAssertTrue(error.message.contains(message), error.message)
        }
        let sent = try await sent()
        XCTAssertEqual(sent, 0)
    }

    func testLeavingTheLoopSendsNothingMore() async throws {
        try await answer(page(0..<2, total: 4), page(2..<4, total: 4))
        for try await instance in try client().allInstances() {
            XCTAssertEqual(instance.instanceId, "0")
            break
        }
        let sent = try await sent()
        XCTAssertEqual(sent, 1)
    }

    func testCancellingEndsTheCallForAPage() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try client()
        let reading = Task { for try await _ in client.allInstances() {} }
        try await emulator.logged { $0.count == 1 }
        reading.cancel()
        let error = try await thrown { try await reading.value }
        XCTAssertTrue(error is CancellationError, "\(error)")
        try await emulator.sawGone()
    }

    func testACancelledTaskFetchesNoPage() async throws {
        let client = try client()
        let reading = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            for try await _ in client.allInstances() {}
        }
        let error = try await thrown { try await reading.value }
        XCTAssertTrue(error is CancellationError, "\(error)")
        let sent = try await sent()
        XCTAssertEqual(sent, 0)
    }

    func testAPageAsJSONIsAskedForByNumber() async throws {
        let client = try client()
        let rows = { (name: String, id: String, ids: [String]) -> JSON in
            .object(["Code": "OK", name: .list(ids.map { .object([id: .text($0)]) })])
        }
        try await answer(rows("ListTemplate", "TemplateCode", ["1", "2"]), rows("ListTemplate", "TemplateCode", ["3"]))
        let templates = client.allTemplates(custSpaceId: "cams-1", category: "MARKETING", pageSize: 2)
        let codes = try await templates.reduce(into: []) { $0.append($1.templateCode) }
        XCTAssertEqual(codes, ["1", "2", "3"])
        try await answer(rows("Data", "MessageId", ["1", "2"]), rows("Data", "MessageId", ["3"]))
        let messages = client.allMessages(
            custSpaceId: .ownChannel,
            businessNumber: "8613",
            channelType: "whatsapp",
            pageSize: 2
        )
        let messageIds = try await messages.reduce(into: []) { $0.append($1.messageId) }
        XCTAssertEqual(messageIds, ["1", "2", "3"])
        let pages = try await asked("Page", "CustSpaceId")
        let (first, second) = (#"{"Index":1,"Size":2}"#, #"{"Index":2,"Size":2}"#)
        XCTAssertEqual(pages, [[first, "cams-1"], [second, "cams-1"], [first, nil], [second, nil]])
    }

    func testItemsAreMadeByHandForAClientOfATestsOwn() async throws {
        let instances = ["0", "1", "2"].map {
            Instance(instanceId: $0, instanceName: "", channelType: "whatsapp", state: "published")
        }
        let client = Own(instances: instances)
        for _ in 0..<2 {
            let found = try await ids(client.allInstances(limit: 3))
            XCTAssertEqual(found, ["0", "1", "2"])
        }
        let streamed = AsyncThrowingStream<Instance, any Error> { items in
            for instance in instances { items.yield(instance) }
            items.finish()
        }
        let found = try await ids(AllItems(streamed))
        XCTAssertEqual(found, ["0", "1", "2"])
        let lacking = try await failure { for try await _ in client.allTemplates(custSpaceId: "cams-1") {} }
        XCTAssertEqual(lacking.kind, .configuration)
        XCTAssertTrue(lacking.message.contains("allTemplates"), lacking.message)
    }
}

private struct Own: CamsRoiClientProtocol {
    let instances: [Instance]

    func allInstances(
        _ request: ListInstanceRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<Instance> {
        AllItems(instances)
    }
}
