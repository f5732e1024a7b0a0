/// The channel that a call is about: by its ID, or the account's own. The latter has a form of its own, so that an ID
/// that is missing never means it.
///
/// ```swift
/// try await client.enableWhatsappRoiMetric(custSpaceId: .ownChannel)
/// ```
public enum ChannelChoice: Sendable, Hashable {
    /// The channel with this ID (`cams-…`).
    case id(String)
    /// The account's own channel.
    case ownChannel
}

extension ChannelChoice: MessageWritable {
    func write(to writer: inout MessageWriter) {
        switch self {
        case .id(let id): writer.write(Optional(id))
        case .ownChannel: writer.write(String?.none)
        }
    }
}
