/// Channels that were found, ready to be enabled: ``CamsRoiClientProtocol`` has `enableAll`, which gives it.
public struct EnableRun: Sendable {
    /// The channels, each once.
    public let channels: [FoundChannel]
    /// What becomes of them. To iterate over it is to enable the channels.
    public let outcomes: EnableManyOutcomes

    /// How many channels there are.
    public var total: Int { channels.count }

    /// Makes a run by hand, for a client of a test's own.
    public init(channels: [FoundChannel], outcomes: EnableManyOutcomes) {
        self.channels = channels
        self.outcomes = outcomes
    }
}

extension CamsRoiClientProtocol {
    /// Finds the account's channels, all of them, and gives the run that enables those that are wanted.
    ///
    /// Nothing is enabled before the loop over the outcomes begins.
    ///
    /// ```swift
    /// let run = try await client.enableAll(state: "published") { !$0.name.hasPrefix("test") }
    /// print(run.total, "channels")
    /// for try await outcome in run.outcomes { print(outcome.custSpaceId, outcome.error?.hint ?? "enabled") }
    /// ```
    ///
    /// - Parameters:
    ///   - name: Channels whose name has this text in it, in any letter case.
    ///   - state: Channels in this state alone, in any letter case.
    ///   - region: Channels of this region alone, in any letter case.
    ///   - options: The journal, and how calls are made, those that find the channels among them.
    ///   - isWanted: Whether a channel is enabled. What it throws is thrown, and nothing is enabled.
    /// - Returns: The run.
    /// - Throws: ``CamsRoiError`` where the channels cannot be listed; `CancellationError` where the task is cancelled;
    ///   what `isWanted` throws.
    public func enableAll(
        name: String? = nil,
        state: String? = nil,
        region: String? = nil,
        options: EnableManyOptions = EnableManyOptions(),
        where isWanted: @Sendable (FoundChannel) async throws -> Bool = { _ in true }
    ) async throws -> EnableRun {
        let request = FindChannelsRequest(name: name, state: state, region: region)
        let calls = CamsRoiClient.CallOptions(timeout: options.timeout, maxAttempts: options.maxAttempts)
        var channels: [FoundChannel] = []
        // A listing that changes while it is read may have a channel twice.
        var known: Set<String> = []
        for try await channel in findChannels(request, limit: nil, options: calls) {
            guard try await isWanted(channel), known.insert(channel.custSpaceId).inserted else { continue }
            channels.append(channel)
        }
        return EnableRun(channels: channels, outcomes: enableMany(channels.map(\.custSpaceId), options: options))
    }
}
