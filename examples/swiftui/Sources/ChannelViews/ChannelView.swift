#if canImport(SwiftUI)
    import ChannelMetrics
    import SwiftUI

    /// A channel's last week.
    public struct ChannelView: View {
        @State private var model: ChannelModel
        private let signIn: () -> Void

        /// The view of a channel; `signIn` is what the user does when the session has ended. Where the channel of one
        /// view changes, give the view `.id(custSpaceId)`.
        public init(metrics: ChannelMetrics, custSpaceId: String, signIn: @escaping () -> Void) {
            _model = State(initialValue: ChannelModel(metrics: metrics, custSpaceId: custSpaceId))
            self.signIn = signIn
        }

        /// The view for the model's state.
        public var body: some View {
            // Not a group: each of its branches would load again when it appears.
            ZStack {
                switch model.state {
                case .loading: ProgressView()
                case .loaded(let days) where days.isEmpty:
                    ContentUnavailableView("Nothing was sent in the last week", systemImage: "tray")
                case .loaded(let days): list(days)
                case .signedOut: message("Your session has ended", action: "Sign in", signIn)
                case .failed(let text, canRetry: true):
                    message(text, action: "Try again") { Task { await model.load() } }
                case .failed(let text, canRetry: false):
                    ContentUnavailableView(text, systemImage: "exclamationmark.triangle")
                }
            }
            .task { await model.load() }
            .refreshable { await model.load() }
        }

        private func list(_ days: [Day]) -> some View {
            List(days) { day in
                LabeledContent {
                    Text("\(day.delivered) of \(day.sent) delivered")
                } label: {
                    Text(day.start, format: Self.utc)
                }
            }
        }

        private func message(_ text: String, action: String, _ act: @escaping () -> Void) -> some View {
            ContentUnavailableView {
                Label(text, systemImage: "exclamationmark.triangle")
            } actions: {
                Button(action, action: act)
            }
        }

        /// The days of metrics are those of UTC, wherever the user is.
        private static let utc = Date.FormatStyle(date: .abbreviated, time: .omitted, timeZone: .gmt)
    }
#endif
