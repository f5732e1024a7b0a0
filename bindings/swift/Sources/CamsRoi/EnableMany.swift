internal import CamsRoiNative

extension Client {
    /// Enables every channel once, at the limit's full speed, and tells what became of each as soon as it is known.
    ///
    /// Outcomes come in the order in which calls end. After an error that concerns the account as a whole (credentials,
    /// signature, subscription), or when several different channels in a row are denied for the same reason, the channels
    /// that are left are not called: their outcomes carry that error, and a later run with the same journal calls them
    /// first. Leaving the loop, or cancelling its task, ends the calls that are under way.
    ///
    /// ```swift
    /// for try await outcome in client.enableMany(ids, options: EnableManyOptions(journal: "channels.journal")) {
    ///     if let error = outcome.error { print(outcome.custSpaceId, error.hint) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - channels: The channels' IDs.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany(
        _ channels: some Sequence<String> & Sendable,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes {
        EnableManyOutcomes(client: self, options: options, total: { total(channels, \.self) }) { add in
            for channel in channels {
                guard await add(WhatsAppChannel(channel)) else { return }
            }
        }
    }

    /// Enables every channel once, such as have ISV codes of their own among them; in all else as channels that are given
    /// by their IDs alone.
    ///
    /// - Parameters:
    ///   - channels: The channels.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany(
        _ channels: some Sequence<WhatsAppChannel> & Sendable,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes {
        EnableManyOutcomes(client: self, options: options, total: { total(channels, \.custSpaceId) }) { add in
            for channel in channels {
                guard await add(channel) else { return }
            }
        }
    }

    /// Enables channels that become known one by one, as from a database.
    ///
    /// What their sequence throws is thrown in the loop, after the outcomes of those that came before.
    ///
    /// - Parameters:
    ///   - channels: The channels' IDs. They are taken as fast as calls are made, and no faster.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany<Channels: AsyncSequence & Sendable>(
        _ channels: Channels,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes where Channels.Element == String {
        EnableManyOutcomes(client: self, options: options, total: { nil }) { add in
            for try await channel in channels {
                guard await add(WhatsAppChannel(channel)) else { return }
            }
        }
    }

    /// Enables channels that become known one by one, such as have ISV codes of their own among them.
    ///
    /// What their sequence throws is thrown in the loop, after the outcomes of those that came before.
    ///
    /// - Parameters:
    ///   - channels: The channels. They are taken as fast as calls are made, and no faster.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany<Channels: AsyncSequence & Sendable>(
        _ channels: Channels,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes where Channels.Element == WhatsAppChannel {
        EnableManyOutcomes(client: self, options: options, total: { nil }) { add in
            for try await channel in channels {
                guard await add(channel) else { return }
            }
        }
    }
}

/// How many channels there are, each counted once; only what can be gone through twice is counted.
private func total<Channels: Sequence>(_ channels: Channels, _ id: (Channels.Element) -> String) -> Int? {
    channels is any Collection ? Set(channels.map(id)).count : nil
}

/// What becomes of many channels, one outcome after the other. To iterate over it is to enable them.
public struct EnableManyOutcomes: AsyncSequence, Sendable {
    /// What became of one channel.
    public typealias Element = ChannelOutcome

    /// Gives channels one by one, until no more are wanted.
    typealias Feed = @Sendable (_ add: @Sendable (WhatsAppChannel) async -> Bool) async throws -> Void

    let client: Client
    let options: EnableManyOptions
    let total: @Sendable () -> Int?
    let feed: Feed

    /// Makes a run, which begins when its first outcome is asked for.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(outcomes: self)
    }

    /// A run. It ends when it is dropped, as by leaving the loop.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let outcomes: EnableManyOutcomes
        private var run: Run?

        fileprivate init(outcomes: EnableManyOutcomes) {
            self.outcomes = outcomes
        }

        /// The next outcome as soon as it is known; `nil` at the end.
        public mutating func next() async throws -> ChannelOutcome? {
            try await next(isolation: nil)
        }

        /// The same, on the actor that asks.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> ChannelOutcome? {
            try Task.checkCancellation()
            let run = try run ?? Run(outcomes)
            self.run = run
            return try await run.next(isolation: actor)
        }
    }
}

/// A run of the bridge, fed with channels while its outcomes are taken.
private final class Run {
    private let bulk: Bulk
    private let provider: GuardedProvider?
    private let onProgress: (@Sendable (EnableManyProgress) -> Void)?
    private let feeding: Task<Void, any Error>
    private var progress: EnableManyProgress
    private var isOver = false

    init(_ outcomes: EnableManyOutcomes) throws {
        let (bulk, provider) = try outcomes.client.begin(outcomes.options)
        self.bulk = bulk
        self.provider = provider
        onProgress = outcomes.options.onProgress
        progress = EnableManyProgress(total: outcomes.options.onProgress == nil ? nil : outcomes.total())
        feeding = Task { [feed = outcomes.feed] in
            defer { bulk.finish() }
            try await feed { await bulk.add(custSpaceId: $0.custSpaceId, isvCode: $0.isvCode) }
        }
    }

    deinit {
        feeding.cancel()
        bulk.close()
    }

    func next(isolation: isolated (any Actor)?) async throws -> ChannelOutcome? {
        if isOver { return nil }
        isOver = true
        if let outcome = try await taken(isolation: isolation) {
            isOver = false
            return outcome
        }
        // What the user's own channels threw, after the outcomes of those that came before.
        try await feeding.value
        return nil
    }

    private func taken(isolation: isolated (any Actor)?) async throws -> ChannelOutcome? {
        let native: NativeChannelOutcome?
        do {
            native = try await withTaskCancellationHandler {
                try await bulk.next()
            } onCancel: { [bulk, feeding] in
                feeding.cancel()
                bulk.close()
            }
        } catch {
            throw shown(error, provider)
        }
        try Task.checkCancellation()
        guard let native else { return nil }
        let outcome = ChannelOutcome(native, provider)
        progress.count(outcome)
        onProgress?(progress)
        return outcome
    }
}
