import Foundation

/// How a program ended, and what it printed.
struct Ended {
    let status: Int32
    let output: String
    let errors: String

    var printed: String { output + errors }
}

/// Runs a program to its end. One that is named without a directory is looked for on `PATH`.
func execute(
    _ program: String,
    _ arguments: [String] = [],
    in folder: URL? = nil,
    with environment: [String: String] = [:]
) throws -> Ended {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    // A file takes whatever comes, while the other is read.
    let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    let file = try FileHandle(forWritingTo: errors)
    process.standardError = file
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try file.close()
    return Ended(
        status: process.terminationStatus,
        output: String(decoding: printed, as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
}

/// Does something in a directory that is empty, and gone afterwards.
func withFolder<T>(_ work: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
}
