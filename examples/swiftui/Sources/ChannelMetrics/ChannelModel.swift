import CamsRoi
import Observation

/// What a channel's screen shows.
public enum ChannelState: Sendable, Hashable {
    /// Nothing yet.
    case loading
    /// The metrics; none where nothing was sent, or the channel is not enabled.
    case loaded([Day])
    /// Why there is nothing. `canRetry`: it may succeed in a moment.
    case failed(String, canRetry: Bool)
    /// The backend gives no credentials any more until the user signs in again.
    case signedOut
}

/// The screen of a channel: what it shows, for a view to observe.
@MainActor @Observable
public final class ChannelModel {
    /// What to show.
    public private(set) var state = ChannelState.loading
    @ObservationIgnored private let metrics: ChannelMetrics
    @ObservationIgnored private let custSpaceId: String

    /// The screen of a channel, of which nothing is loaded yet.
    public init(metrics: ChannelMetrics, custSpaceId: String) {
        self.metrics = metrics
        self.custSpaceId = custSpaceId
    }

    /// Loads the last week. Cancelling the task, as a view does that goes away, ends the request.
    ///
    /// What is shown stays until there is something newer: a list that went away would end its own refresh.
    public func load() async {
        if case .loaded = state {} else { state = .loading }
        do {
            state = .loaded(try await metrics.lastWeek(of: custSpaceId))
        } catch is CancellationError {
            // Nobody is looking any more.
        } catch let error as CamsRoiError where error.underlying is SignedOutError {
            state = .signedOut
        } catch let error as CamsRoiError {
            state = .failed(error.message, canRetry: error.isRetryable)
        } catch {
            state = .failed("\(error)", canRetry: false)
        }
    }
}
