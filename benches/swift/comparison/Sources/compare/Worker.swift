import CamsRoi
import Foundation

/// What one process measured of itself.
struct Figures: Codable {
    var clientMs = 0.0
    var callsPerSecond = 0.0
    var cpuUsPerCall = 0.0
    var rssMiB = 0.0
}

/// Makes a client and calls with it, and prints what that took.
func work(url: String, calls: Int, inFlight: Int) async throws {
    var figures = Figures()
    let clock = ContinuousClock()
    let start = clock.now
    let client = try CamsRoiClient {
        $0.endpoint = url
        $0.credentials = .accessKey(id: "bench-id", secret: "bench-secret")
        $0.proxy = .direct
        $0.rateLimit = .off
    }
    figures.clientMs = (clock.now - start) / .milliseconds(1)
    try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
    if calls > 0 {
        try await make(min(calls, 500), inFlight, client)
        let (begun, cpuBefore) = (clock.now, cpuSeconds())
        try await make(calls, inFlight, client)
        let seconds = (clock.now - begun) / .seconds(1)
        figures.callsPerSecond = Double(calls) / seconds
        figures.cpuUsPerCall = (cpuSeconds() - cpuBefore) / Double(calls) * 1e6
    }
    figures.rssMiB = try residentMiB()
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
}

/// Makes calls, so many at a time.
private func make(_ calls: Int, _ inFlight: Int, _ client: CamsRoiClient) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<inFlight {
            group.addTask {
                for _ in 0..<(calls / inFlight) {
                    try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
                }
            }
        }
        try await group.waitForAll()
    }
}

/// Seconds of processor time that this process has used.
private func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func residentMiB() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
}
