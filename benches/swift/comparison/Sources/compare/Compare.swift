import Foundation

private let rounds = 5
private let calls = 3200

/// Ours and its peer.
struct Programs {
    let rust: String
    let swift: String
}

/// The two take turns, each round in a process of its own.
func compare(_ programs: Programs, library: String, url: String) throws {
    #if swift(>=6.1)
        let face = "Swift 6.1 or later"
    #else
        let face = "Swift 6.0"
    #endif
    tell(["face": face, "ours": "cams-roi", "peer": "its Rust core, from a Rust program"])
    for (name, inFlight) in [("sequential", 1), ("32 in flight", 32)] {
        let measured = try measure(programs, url, calls, inFlight)
        row("calls/s, \(name)", "more", measured, \.figures.callsPerSecond)
        row("CPU µs a call, \(name)", "less", measured, \.figures.cpuUsPerCall)
        row("RSS MiB, \(name)", "less", measured, \.figures.rssMiB)
    }
    let cold = try measure(programs, url, 0, 1)
    row("a process with one call, ms", "less", cold, \.processMs)
    row("new client, ms", "less", cold, \.figures.clientMs)
    row("RSS MiB, one call", "less", cold, \.figures.rssMiB)
    let sizes = try [programs.swift, programs.rust, library].map { path in
        try Double(URL(filePath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) / 1e6
    }
    tell(["what": "the program, stripped, MB", "better": "less", "ours": [sizes[0]], "peer": [sizes[1]]])
    tell(["what": "the library that is installed to build it, MB", "better": "less", "ours": [sizes[2]]])
}

private struct Measured {
    var figures: Figures
    var processMs: Double
}

private func measure(
    _ programs: Programs,
    _ url: String,
    _ calls: Int,
    _ inFlight: Int
) throws -> [(swift: Measured, rust: Measured)] {
    let arguments = ["worker", url, String(calls), String(inFlight)]
    return try (0..<rounds).map { _ in
        (try run(programs.swift, arguments), try run(programs.rust, arguments))
    }
}

private func run(_ program: String, _ arguments: [String]) throws -> Measured {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    let start = ContinuousClock.now
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    // Its output ends with it; Foundation takes its time to notice the rest.
    let processMs = (ContinuousClock.now - start) / .milliseconds(1)
    process.waitUntilExit()
    return Measured(figures: try JSONDecoder().decode(Figures.self, from: printed), processMs: processMs)
}

private func row(
    _ what: String,
    _ better: String,
    _ measured: [(swift: Measured, rust: Measured)],
    _ figure: KeyPath<Measured, Double>
) {
    let (ours, peer) = (measured.map { $0.swift[keyPath: figure] }, measured.map { $0.rust[keyPath: figure] })
    tell(["what": what, "better": better, "ours": ours, "peer": peer])
}

private func tell(_ line: [String: Any]) {
    let data = try? JSONSerialization.data(withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
    print(String(decoding: data ?? Data(), as: UTF8.self))
}
