internal import CamsRoiNative

extension CamsRoiClientProtocol {
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
    public func enableMany<IDs: Sequence & Sendable>(
        _ channels: IDs,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes where IDs.Element: StringProtocol {
        enableMany(EnableManyChannels(channels), options: options)
    }

    /// Enables every channel once, such as have ISV codes of their own among them; in all else as channels that are given
    /// by their IDs alone.
    ///
    /// - Parameters:
    ///   - channels: The channels.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany<Channels: Sequence & Sendable>(
        _ channels: Channels,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes where Channels.Element == WhatsAppChannel {
        enableMany(EnableManyChannels(channels), options: options)
    }

    /// Enables channels that become known one by one, as from a database.
    ///
    /// What their sequence throws is thrown in the loop, after the outcomes of those that came before.
    ///
    /// - Parameters:
    ///   - channels: The channels' IDs. They are taken as fast as calls are made, and no faster.
    ///   - options: The journal, and how calls are made.
    /// - Returns: The outcomes. Each iteration over them is a run.
    public func enableMany<IDs: AsyncSequence & Sendable>(
        _ channels: IDs,
        options: EnableManyOptions = EnableManyOptions()
    ) -> EnableManyOutcomes where IDs.Element: StringProtocol {
        enableMany(EnableManyChannels(channels), options: options)
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
        enableMany(EnableManyChannels(channels), options: options)
    }
}

/// What becomes of many channels, one outcome after the other. To iterate over it is to enable them.
public struct EnableManyOutcomes: AsyncSequence, Sendable {
    /// What became of one channel.
    public typealias Element = ChannelOutcome

    /// Gives the next outcome, on the actor that asks.
    fileprivate typealias Following = (_ actor: isolated (any Actor)?) async throws -> ChannelOutcome?

    private let begin: @Sendable () throws -> Following

    init(client: CamsRoiClient, channels: EnableManyChannels, options: EnableManyOptions) {
        begin = {
            let run = try Run(client, channels, options)
            return { actor in try await run.next(isolation: actor) }
        }
    }

    /// Outcomes that are made by hand, for a client of a test's own.
    public init(_ outcomes: some Sequence<ChannelOutcome> & Sendable) {
        begin = {
            var iterator = outcomes.makeIterator()
            return { _ in iterator.next() }
        }
    }

    /// Outcomes that are made by hand as they are asked for, and what a run throws.
    public init(_ outcomes: AsyncThrowingStream<ChannelOutcome, any Error>) {
        begin = {
            { _ in
                // All iterators of a stream are one.
                var iterator = outcomes.makeAsyncIterator()
                return try await iterator.next()
            }
        }
    }

    /// Makes a run, which begins when its first outcome is asked for.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(begin: begin)
    }

    /// A run. It ends when it is dropped, as by leaving the loop.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let begin: @Sendable () throws -> Following
        private var following: Following?

        fileprivate init(begin: @escaping @Sendable () throws -> Following) {
            self.begin = begin
        }

        /// The next outcome as soon as it is known; `nil` at the end.
        public mutating func next() async throws -> ChannelOutcome? {
            try await next(isolation: nil)
        }

        /// The same, on the actor that asks.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> ChannelOutcome? {
            try Task.checkCancellation()
            let following = try following ?? begin()
            self.following = following
            return try await following(actor)
        }
    }
}

/// A run of the binding, fed with channels while its outcomes are taken.
private final class Run {
    private let bulk: Bulk
    private let call: Call
    private let provider: GuardedProvider?
    private let onProgress: (@Sendable (EnableManyProgress) -> Void)?
    private let feeding: Task<Void, any Error>
    private var progress: EnableManyProgress
    private var isOver = false

    init(_ client: CamsRoiClient, _ channels: EnableManyChannels, _ options: EnableManyOptions) throws {
        let (bulk, call, provider) = try client.begin(options, isList: channels.isList)
        self.bulk = bulk
        self.call = call
        self.provider = provider
        onProgress = options.onProgress
        progress = EnableManyProgress(total: options.onProgress == nil ? nil : channels.total())
        feeding = Task {
            defer { bulk.finish() }
            for try await channel in channels {
                guard await bulk.add(custSpaceId: channel.custSpaceId, isvCode: channel.isvCode) else { return }
            }
        }
    }

    deinit {
        feeding.cancel()
        bulk.close()
    }

    func next(isolation: isolated (any Actor)?) async throws -> ChannelOutcome? {
        if isOver { return nil }
        isOver = true
        do {
            if let outcome = try await taken(isolation: isolation) {
                isOver = false
                return outcome
            }
        } catch {
            call.end()
            throw error
        }
        call.end()
        // What the user's own channels threw, after the outcomes of those that came before.
        try await feeding.value
        return nil
    }

    private func taken(isolation: isolated (any Actor)?) async throws -> ChannelOutcome? {
        let native: NativeChannelOutcome?
        do {
            native = try await withTaskCancellationHandler {
                try await bulk.next()
            } onCancel: { [bulk, call, feeding] in
                feeding.cancel()
                bulk.close()
                call.cancel()
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
