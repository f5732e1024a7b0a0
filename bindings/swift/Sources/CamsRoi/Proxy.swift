extension CamsRoiClient {
    /// Which proxy is used.
    public enum Proxy: Sendable, Hashable {
        /// The one that `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say.
        case environment
        /// None.
        case direct
        /// The one at a URL: `http`, `https` or `socks5`, with user and password where it wants them.
        case url(String)
    }
}

extension CamsRoiClient.Proxy: CustomStringConvertible, CustomReflectable {
    /// Which one, without the URL: a password may be in it.
    public var description: String {
        switch self {
        case .environment: "environment"
        case .direct: "direct"
        case .url: "url([secret])"
        }
    }

    /// What `dump` shows: the same.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CamsRoiClient.Proxy {
    /// As it crosses: nothing for what the environment says.
    var told: String? {
        switch self {
        case .environment: nil
        case .direct: "direct"
        case .url(let url): url
        }
    }
}
