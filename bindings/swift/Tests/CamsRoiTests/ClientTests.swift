import CamsRoi
import Foundation
import XCTest

final class ClientTests: EmulatorTestCase {
    private let day: TimeInterval = 86_400

    /// Enables a channel, and lets two days go by.
    private func collect(_ client: CamsRoiClient) async throws -> (start: Date, end: Date) {
        try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        let clock = try await emulator.control("clock")["now"].text!
        let now = try Date(clock.prefix { $0 != "." && $0 != "Z" } + "Z", strategy: .iso8601)
        try await emulator.control("clock", ["advance_ms": .integer(Int64(2 * day * 1000))])
        let start = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / day).rounded(.up) * day)
        return (start, start + day)
    }

    func testAChannelIsEnabledWithAllItsParameters() async throws {
        let client = try emulator.client { $0.userAgent = "shop/1.0" }
        let result = try await client.enableWhatsappRoiMetric(custSpaceId: channel, isvCode: emulator.isvCode)
        XCTAssertEqual(result.requestId?.count, 36)
        XCTAssertEqual(result, EnableWhatsappRoiMetricResult(requestId: result.requestId))
        let request = try await emulator.log()[0]
        XCTAssertEqual(request["parameters"], ["CustSpaceId": .text(channel), "IsvCode": .text(emulator.isvCode)])
        let agent = try Regex("cams-roi/[0-9.]+ \\(.*\\) swift/6 shop/1.0")
        XCTAssertNotNil(request["user_agent"].text!.wholeMatch(of: agent), request["user_agent"].text!)
    }

    func testTheAccountsOwnChannelIsAskedForInAFormOfItsOwn() async throws {
        try await emulator.changeAccount(["direct_channel": ["id": "cams-direct"]])
        let client = try emulator.client()
        let (start, end) = (Date() - day, Date())
        try await client.enableWhatsappRoiMetric(custSpaceId: .ownChannel)
        _ = try await client.getChatappPhoneNumberMetric(start: start, end: end, custSpaceId: .ownChannel)
        _ = try await client.getChatappTemplateMetric(
            templateCode: "1",
            start: start,
            end: end,
            custSpaceId: .ownChannel
        )
        let log = try await emulator.log()
        XCTAssertEqual(log.count, 3)
        for request in log { XCTAssertEqual(request["parameters"]["CustSpaceId"], .null) }
    }

    func testAnIDThatIsEmptyOrBlankIsRefusedAndNamed() async throws {
        let client = try emulator.client()
        let now = Date()
        for id in ["", " ", "\t\n"] {
            let calls: [@Sendable () async throws -> Void] = [
                { try await client.enableWhatsappRoiMetric(custSpaceId: id) },
                { _ = try await client.getChatappPhoneNumberMetric(start: now - 1, end: now, custSpaceId: id) },
                {
                    _ = try await client.getChatappTemplateMetric(
                        templateCode: "1",
                        start: now - 1,
                        end: now,
                        custSpaceId: id
                    )
                },
            ]
            for call in calls {
                let error = try await failure(by: call)
                XCTAssertEqual(error.kind, .invalidArgument, "\(error)")
                XCTAssertTrue(error.message.contains("custSpaceId"), "\(error)")
            }
        }
        let log = try await emulator.log()
        XCTAssertEqual(log, [])
    }

    func testFiguresOfPhoneNumbersComeTypedWithDates() async throws {
        let client = try emulator.client()
        let (start, end) = try await collect(client)
        let days = try await client.getChatappPhoneNumberMetric(
            start: start,
            end: end,
            granularity: .daily,
            custSpaceId: channel
        )
        XCTAssertNotNil(days.requestId)
        let row = try XCTUnwrap(days.data.first)
        XCTAssertEqual(row.start, start)
        XCTAssertEqual(row.granularity, .daily)
        XCTAssertTrue(row.phoneNumber.allSatisfy(\.isNumber))
        XCTAssertGreaterThanOrEqual(row.sentCount, row.deliveredCount)
        let halfHours = try await client.getChatappPhoneNumberMetric(
            start: start,
            end: end,
            granularity: .halfHour,
            phoneNumber: row.phoneNumber,
            custSpaceId: channel
        )
        XCTAssertEqual(halfHours.data.count, 48)
        let copy = try JSONDecoder().decode(
            GetChatappPhoneNumberMetricResult.self,
            from: JSONEncoder().encode(days)
        )
        XCTAssertEqual(copy, days)
    }

    func testFiguresOfATemplateComeWithClicksAndWhatTheServiceMayAdd() async throws {
        let client = try emulator.client()
        let (start, end) = try await collect(client)
        let code = "1100123456789012345678"
        func figures() async throws -> GetChatappTemplateMetricResult {
            try await client.getChatappTemplateMetric(
                templateCode: code,
                start: start,
                end: end,
                language: "en",
                granularity: .daily,
                templateType: "WHATSAPP",
                custSpaceId: channel
            )
        }
        let rows = try await figures().data
        XCTAssertEqual(rows[0].templateCode, code)
        XCTAssertTrue(rows.contains { $0.clicks.contains { $0.type == .quickReply } })
        let body = """
            {"Code": "OK", "RequestId": "r\\n", "Data": [{"TemplateCode": "\(code)", "Language": "en", "Start": 1,
            "End": 2, "SentCount": "9223372036854775807",
            "Cliented": [{"ButtonContent": "x", "Type": "hologram", "Count": 3}]}]}
            """
        try await emulator.fault(["type": "respond", "status": 200, "body": .text(body)])
        let told = try await figures()
        XCTAssertEqual(told.requestId, "r")
        XCTAssertEqual(told.data[0].sentCount, Int.max)
        XCTAssertEqual(told.data[0].start, Date(timeIntervalSince1970: 0.001))
        XCTAssertEqual(told.data[0].clicks, [ButtonClicks(buttonContent: "x", type: "hologram", count: 3)])
    }

    func testAnyOperationCanBeCalledByItsName() async throws {
        struct Answer: Decodable { let Code: String }
        let client = try emulator.client()
        let parameters: [String: any CallParameter] = ["PageSize": 10, "IsBind": true, "BindId": "a"]
        let answer = try await client.call("ListInstance", parameters: parameters, as: Answer.self)
        XCTAssertEqual(answer.Code, "OK")
        let json = try await client.call("ListInstance", parameters: parameters, idempotent: true)
        XCTAssertEqual(try JSON(json)["Code"], "OK")
        let log = try await emulator.log()
        XCTAssertEqual(log[0]["parameters"], ["PageSize": "10", "IsBind": "true", "BindId": "a"])
        let error = try await failure { try await client.call("List Instance") }
        XCTAssertEqual(error.kind, .invalidArgument)
    }

    func testWhatIsNestedIsSentAsCompactJSON() async throws {
        struct Page: Encodable {
            let Size = 10
            let Index = 1
        }
        let client = try emulator.client()
        let error = try await failure {
            try await client.call(
                "ListNobodyKnows",
                parameters: [
                    "Literal": ["Z": [1, "é\"\\\n", true, [], [:] as CallValue], "A": UInt64.max, "B": 0.5]
                        as CallValue,
                    "Array": ["a", "b"],
                    "Dictionary": ["b": [1], "a": [2, 3]],
                    "Encoded": try CallValue(encoding: Page()),
                    "Part": "a/b".dropFirst(2),
                ]
            )
        }
        XCTAssertEqual(error.code, "InvalidApi.NotFound")
        let log = try await emulator.log()
        let literal = #"{"Z":[1,"é\"\\\u000a",true,[],{}],"A":18446744073709551615,"B":0.5}"#
        XCTAssertEqual(
            log[0]["parameters"],
            [
                "Literal": .text(literal), "Array": #"["a","b"]"#, "Dictionary": #"{"a":[2,3],"b":[1]}"#,
                "Encoded": #"{"Index":1,"Size":10}"#, "Part": "b",
            ]
        )
    }

    func testWhatIsKnownOfAnOperationCounts() async throws {
        let client = try emulator.client()
        let error = try await failure { try await client.call("ListInstance", parameters: ["PageSise": 10]) }
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertEqual(error.message, "ListInstance has no parameter PageSise")
        XCTAssertEqual(error.hint, "Did you mean PageSize?")
        _ = try await client.callText("ListInstance", parameters: ["PageSise": 10], unchecked: true)
        let log = try await emulator.log()
        XCTAssertEqual(log.map { $0["parameters"] }, [["PageSise": "10"]])
        let infinite = try await failure { try await client.call("ListNobodyKnows", parameters: ["A": Double.nan]) }
        XCTAssertEqual(infinite.kind, .invalidArgument)
    }

    func testAnAnswerComesAsItWasWritten() async throws {
        let body = "{\"Code\": \"OK\", \"B\":1,  \"A\":18446744073709551617, \"N\":1.10}"
        try await emulator.fault(["type": "respond", "status": 200, "body": .text(body)])
        let text = try await emulator.client().callText("ListInstance")
        XCTAssertEqual(text, body)
        let data = try await emulator.client().call("ListInstance")
        XCTAssertEqual(data, Data(body.utf8))
    }

    func testAnOperationHasALimitOfItsOwn() async throws {
        let account = "operations-with-limits"
        let slow = try emulator.client {
            $0.rateLimit = .operations(["EnableWhatsappROIMetric": .perSecond(0.1)])
            $0.accountId = account
        }
        let (start, end) = (Date() - 60, Date())
        for _ in 0..<2 {
            _ = try await slow.getChatappPhoneNumberMetric(start: start, end: end, custSpaceId: channel)
        }
        try await slow.enableWhatsappRoiMetric(custSpaceId: channel)
        let options = CamsRoiClient.CallOptions(timeout: .milliseconds(50))
        let error = try await failure { try await slow.enableWhatsappRoiMetric(custSpaceId: channel, options: options) }
        XCTAssertEqual(error.timeoutPhase, .queue)
    }

    func testNoMoreConnectionsAreOpenThanAreAllowed() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client { $0.maxConnections = 2 }
        let channel = channel
        let calls = (0..<2).map { _ in Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) } }
        try await emulator.logged { $0.count == 2 }
        let options = CamsRoiClient.CallOptions(timeout: .milliseconds(50))
        let error = try await failure {
            try await client.enableWhatsappRoiMetric(custSpaceId: channel, options: options)
        }
        XCTAssertEqual(error.timeoutPhase, .queue)
        for call in calls { call.cancel() }
        for call in calls { _ = try await thrown { try await call.value } }
    }

    func testBothSignaturesAreAccepted() async throws {
        for signature in CamsRoiClient.SignatureAlgorithm.allCases {
            try await emulator.client { $0.signature = signature }.enableWhatsappRoiMetric(custSpaceId: channel)
        }
        let signatures = try await Set(emulator.log().map { $0["signature"].text })
        XCTAssertEqual(signatures.count, 2)
    }

    func testTheFunctionOfTheModuleTakesItsSettingsFromTheEnvironment() async throws {
        try await with(environment: emulator.environment) {
            try await enableWhatsappRoiMetric(custSpaceId: channel)
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, 1)
        let error = try await failure { try await enableWhatsappRoiMetric(custSpaceId: "") }
        XCTAssertEqual(error.kind, .invalidArgument)
    }

    func testWhatIsWrongWithASettingIsSaidBeforeAnythingIsSent() async throws {
        let wrong: [@Sendable (inout CamsRoiClient.Configuration) -> Void] = [
            { $0.region = "eu-central-1" },
            { $0.endpoint = "ftp://host" },
            { $0.proxy = .url("nonsense://") },
            { $0.caFile = "/nowhere/ca.pem" },
            { $0.caPem = "no certificate" },
            { $0.rateLimit = .perSecond(0) },
            { $0.rateLimit = .perSecond(-1.25) },
            { $0.rateLimit = .perSecond(.nan) },
            { $0.rateLimit = .operations(["EnableWhatsappROIMetric": .perSecond(0)]) },
            { $0.rateLimit = .operations(["enableWhatsappROIMetric": .off]) },
            { $0.maxConnections = 0 },
            { $0.timeout = .seconds(-1) },
            { $0.connectTimeout = .zero },
            { $0.attemptTimeout = .zero },
            { $0.maxAttempts = 0 },
            { $0.maxAttempts = -1 },
        ]
        for (index, configure) in wrong.enumerated() {
            let error = try await failure { try CamsRoiClient(configure) }
            XCTAssertEqual(error.kind, .configuration, "\(index): \(error)")
        }
    }

    func testWhatIsWrongWithACallIsSaidBeforeAnythingIsSent() async throws {
        let client = try emulator.client()
        let now = Date()
        let never = Date(timeIntervalSince1970: .nan)
        let channel = channel
        let wrong: [@Sendable () async throws -> Void] = [
            { try await client.enableWhatsappRoiMetric(custSpaceId: "") },
            {
                try await client.enableWhatsappRoiMetric(
                    custSpaceId: channel,
                    options: .init(timeout: .seconds(-1))
                )
            },
            { try await client.enableWhatsappRoiMetric(custSpaceId: channel, options: .init(maxAttempts: 0)) },
            { _ = try await client.getChatappPhoneNumberMetric(start: now, end: now, custSpaceId: channel) },
            { _ = try await client.getChatappPhoneNumberMetric(start: never, end: now, custSpaceId: channel) },
            {
                _ = try await client.getChatappTemplateMetric(
                    templateCode: "",
                    start: now - 1,
                    end: now,
                    custSpaceId: channel
                )
            },
            {
                let options = EnableManyOptions(concurrency: -1)
                for try await _ in client.enableMany([channel], options: options) {}
            },
            {
                let options = EnableManyOptions(stopAfterDenials: 0)
                for try await _ in client.enableMany([channel], options: options) {}
            },
        ]
        for (index, call) in wrong.enumerated() {
            let error = try await failure(by: call)
            XCTAssertEqual(error.kind, .invalidArgument, "\(index): \(error)")
        }
        let log = try await emulator.log()
        XCTAssertEqual(log, [])
    }

    func testACallIsUnderWayAsSoonAsItsTaskExists() async throws {
        let channel = channel
        var client: CamsRoiClient? = try emulator.client()
        XCTAssertEqual(client?.endpoint, "\(emulator.url)/")
        let calls = (0..<300).map { _ in
            Task { [client] in try await client!.enableWhatsappRoiMetric(custSpaceId: channel) }
        }
        let run = client!.enableMany(emulator.channels)
        client = nil
        for call in calls { _ = try await call.value }
        let enabled = try await run.reduce(into: 0) { $0 += $1.isEnabled ? 1 : 0 }
        XCTAssertEqual(enabled, emulator.channels.count)
    }

    func testAClientServesEveryActor() async throws {
        let client = try emulator.client()
        let channels = emulator.channels
        let enabled = try await Task { @MainActor in
            try await client.enableWhatsappRoiMetric(custSpaceId: channels[0])
            var enabled = 0
            for try await outcome in client.enableMany(channels) where outcome.isEnabled {
                MainActor.assertIsolated()
                enabled += 1
            }
            return enabled
        }.value
        XCTAssertEqual(enabled, channels.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for channel in channels {
                group.addTask { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
            }
            try await group.waitForAll()
        }
    }

    func testNothingThatPrintsSecretsDoes() throws {
        let id = emulator.accessKeyId
        let credentials = CamsRoiClient.Credentials(
            accessKeyId: id,
            accessKeySecret: "hidden-1",
            securityToken: "hidden-2"
        )
        var configuration = CamsRoiClient.Configuration()
        configuration.credentials = .known(credentials)
        configuration.proxy = .url("http://user:hidden-3@127.0.0.1:1")
        let values: [Any] = [credentials, configuration, try CamsRoiClient(configuration), configuration.proxy]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [dumped, "\(value)", String(reflecting: value)] {
                XCTAssertFalse(text.contains("hidden"), text)
                XCTAssertFalse(text.contains(id), text)
            }
        }
        XCTAssertEqual("\(credentials)", "Credentials(\(id.prefix(4))****\(id.suffix(4)), [secret])")
        for shown in ["\(configuration)", String(reflecting: credentials)] {
            XCTAssertTrue(shown.contains("\(id.prefix(4))****\(id.suffix(4))"), shown)
            XCTAssertFalse(shown.contains(id), shown)
        }
        let short = CamsRoiClient.Credentials(accessKeyId: "LTAI5tABCDE", accessKeySecret: "hidden-1")
        XCTAssertEqual("\(short)", "Credentials(****, [secret])")
    }
}
