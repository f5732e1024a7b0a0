@testable import CamsRoi

/// What users see of what the binding threw.
func surfaced(_ work: @Sendable () async throws -> Void) async throws {
    try await settled(nil, nil) { _ in try await work() }
}
