import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The service on this machine, as a child process, and its controls. It gives temporary credentials, as a backend does.
final class Emulator: @unchecked Sendable {
    /// Its address.
    let url: String
    /// The account's own AccessKey, which never expires.
    let accessKeyId: String
    private let process = Process()
    private let input = Pipe()

    private struct Ready: Decodable {
        let url: String
        let access_key_id: String
    }

    init() throws {
        let command = ProcessInfo.processInfo.environment["CAMS_ROI_COMMAND"] ?? "cams-roi"
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command, "emulator", "--exit-with-stdin", "--qps", "off"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // It prints this line when it listens.
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw CocoaError(.executableLoad) }
            line += more
        }
        let ready = try JSONDecoder().decode(Ready.self, from: line)
        (url, accessKeyId) = (ready.url, ready.access_key_id)
    }

    func stop() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Where it gives temporary credentials.
    var credentials: URL { URL(string: "\(url)/_emulator/credentials")! }

    /// Has the account one channel, which has been enabled for years.
    func enableLongAgo(_ channel: String) async throws {
        let number = #""phone_numbers": ["99900000042"]"#
        let channel = #"{"id": "\#(channel)", \#(number), "enabled_at": "2020-01-01T00:00:00Z"}"#
        try await control("accounts", #"{"account_id": "1000000000000001", "channels": [\#(channel)]}"#)
    }

    /// Has requests for metrics meet a fault from now on.
    func fault(_ fault: String) async throws {
        let match = #"{"action": "GetChatappPhoneNumberMetric"}"#
        try await control("faults", #"{"match": \#(match), "times": null, "fault": \#(fault)}"#)
    }

    /// Makes the credentials invalid that were given.
    func expireCredentials() async throws {
        try await control("expire_credentials", "")
    }

    /// A request that it got.
    struct Request: Decodable {
        let action: String?
        let access_key_id: String?
        let outcome: String?
    }

    /// The requests for metrics so far.
    func requests() async throws -> [Request] {
        let (body, _) = try await URLSession.shared.data(from: URL(string: "\(url)/_emulator/log")!)
        let all = try JSONDecoder().decode([Request].self, from: body)
        return all.filter { $0.action == "GetChatappPhoneNumberMetric" }
    }

    private func control(_ name: String, _ value: String) async throws {
        var request = URLRequest(url: URL(string: "\(url)/_emulator/\(name)")!)
        request.httpMethod = "POST"
        request.httpBody = Data(value.utf8)
        let (_, answer) = try await URLSession.shared.data(for: request)
        if (answer as? HTTPURLResponse)?.statusCode != 200 { throw CocoaError(.coderInvalidValue) }
    }
}
