import CamsRoi
import Foundation
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The service on localhost as a child process, and its controls.
final class Emulator: @unchecked Sendable {
    /// The account that it begins with.
    static let account: JSON = "1000000000000001"

    let url: String
    let accessKeyId: String
    let accessKeySecret: String
    let channels: [String]
    let isvCode: String
    private let process: Process
    private let input: Pipe

    /// Starts one of its own, which ends with `stop`, or with this process.
    init(_ options: String...) throws {
        guard let command = ProcessInfo.processInfo.environment["CAMS_ROI_COMMAND"] else {
            throw TestFailure("CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it")
        }
        process = Process()
        input = Pipe()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = ["emulator", "--port", "0", "--exit-with-stdin"] + options
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The line that it prints tells that it listens.
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw TestFailure("the emulator said nothing") }
            line += more
        }
        let told = try JSON(line)
        url = told["url"].text!
        accessKeyId = told["access_key_id"].text!
        accessKeySecret = told["access_key_secret"].text!
        channels = told["cust_space_ids"].list.map { $0.text! }
        isvCode = told["isv_code"].text!
    }

    func stop() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The ready account's key.
    var credentials: CamsRoiClient.Credentials { .init(accessKeyId: accessKeyId, accessKeySecret: accessKeySecret) }

    /// What leads the environment's clients here.
    var environment: [String: String] {
        [
            "CAMS_ROI_ENDPOINT": url,
            "ALIBABA_CLOUD_ACCESS_KEY_ID": accessKeyId,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET": accessKeySecret,
        ]
    }

    /// A client of the ready account that does not wait long.
    func client(_ configure: (inout CamsRoiClient.Configuration) -> Void = { _ in }) throws -> CamsRoiClient {
        try CamsRoiClient {
            $0.endpoint = url
            $0.credentials = .known(credentials)
            $0.proxy = .direct
            $0.rateLimit = .off
            $0.baseDelay = .milliseconds(1)
            $0.maxDelay = .milliseconds(1)
            configure(&$0)
        }
    }

    /// One connection, so that the descriptors of a process do not depend on when the last answer was read.
    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 1
        return URLSession(configuration: configuration)
    }()

    /// Reads a control, or sets it to `value`.
    @discardableResult
    func control(_ name: String, _ value: JSON? = nil, method: String? = nil) async throws -> JSON {
        var request = URLRequest(url: URL(string: "\(url)/_emulator/\(name)")!)
        request.httpMethod = method ?? (value == nil ? "GET" : "POST")
        request.httpBody = try value?.data
        let (body, answer) = try await Self.session.data(for: request)
        let told = try JSON(body)
        guard (answer as? HTTPURLResponse)?.statusCode == 200 else { throw TestFailure("/_emulator/\(name): \(told)") }
        return told
    }

    /// What happens to the next requests: to all, or to those that are so.
    func fault(_ fault: JSON, times: JSON = nil, of match: JSON = [:]) async throws {
        try await control("faults", ["match": match, "times": times, "fault": fault])
    }

    func changeAccount(_ fields: [String: JSON]) async throws {
        try await control("accounts", .object(fields.merging(["account_id": Self.account]) { given, _ in given }))
    }

    func log() async throws -> [JSON] {
        try await control("log").list
    }

    /// Waits until the log is as `isWanted` says.
    @discardableResult
    func logged(_ isWanted: ([JSON]) -> Bool) async throws -> [JSON] {
        while true {
            let log = try await log()
            if isWanted(log) { return log }
        }
    }

    /// Waits until so many requests have come, and the client of each has gone away.
    func sawGone(_ requests: Int = 1) async throws {
        try await logged { $0.count == requests && $0.allSatisfy { $0["outcome"].text == "client_gone" } }
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Tests that have an emulator each, without limits.
class EmulatorTestCase: XCTestCase {
    private(set) var emulator: Emulator!

    override func setUp() async throws {
        emulator = try Emulator()
        try await emulator.control("limits", ["enabled": false])
    }

    override func tearDown() async throws {
        try emulator.stop()
    }

    var channel: String { emulator.channels[0] }

    /// What a call throws.
    func thrown<T>(
        file: StaticString = #filePath,
        line: UInt = #line,
        by call: () async throws -> T
    ) async throws -> any Error {
        do {
            _ = try await call()
        } catch {
            return error
        }
        XCTFail("nothing was thrown", file: file, line: line)
        throw TestFailure("nothing was thrown")
    }

    /// The error of this package that a call throws.
    func failure<T>(
        file: StaticString = #filePath,
        line: UInt = #line,
        by call: () async throws -> T
    ) async throws -> CamsRoiError {
        let error = try await thrown(file: file, line: line, by: call)
        return try XCTUnwrap(error as? CamsRoiError, "\(error)", file: file, line: line)
    }
}

/// Does something with variables of the environment, which other tests do not have.
func with(environment: [String: String], _ work: () async throws -> Void) async rethrows {
    for (name, value) in environment { setenv(name, value, 1) }
    defer { for name in environment.keys { unsetenv(name) } }
    try await work()
}
