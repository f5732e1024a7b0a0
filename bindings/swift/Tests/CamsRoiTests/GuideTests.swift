import Foundation
import XCTest

/// The programs of the pages, in the world that `docs/README.md` describes.
final class GuideTests: EmulatorTestCase {
    private let channels = ["cams-1", "cams-2", "cams-3"]

    func testEveryProgramOfThePagesRuns() async throws {
        let guides = ProcessInfo.processInfo.environment["CAMS_ROI_GUIDES"]
        let programs = try XCTUnwrap(guides, "`cargo xtask test` sets CAMS_ROI_GUIDES").split(separator: ":")
        let names = programs.map { URL(filePath: String($0)).lastPathComponent }
        for page in ["README", "bindings-swift-README", "docs-getting-started-swift"] {
            XCTAssertTrue(names.contains("\(page)-1"), "\(page) shows no program")
        }
        for program in programs { try await run(String(program)) }
    }

    private func run(_ program: String) async throws {
        try await emulator.control("reset", nil, method: "POST")
        try await emulator.control("limits", ["enabled": false])
        let spaces = channels.map { channel -> JSON in
            ["id": .text(channel), "phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"]
        }
        try await emulator.changeAccount(["isv_code": "isv-1", "spaces": .list(spaces)])
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = (["cust_space_id"] + channels).joined(separator: "\n") + "\n"
        try list.write(to: folder.appending(path: "channels.csv"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(emulator.environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        XCTAssertEqual(process.terminationStatus, 0, "\(program) printed: \(printed)")
    }
}
