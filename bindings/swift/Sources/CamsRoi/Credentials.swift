import Foundation
internal import CamsRoiNative

/// An AccessKey pair, with a security token when it is temporary. Nothing that prints it shows the secret.
public struct Credentials: Sendable, Equatable {
    /// Who is calling. Not a secret.
    public var accessKeyId: String
    /// With which requests are signed.
    public var accessKeySecret: String
    /// What STS gave with temporary ones.
    public var securityToken: String?
    /// When they expire. The client asks for others ahead of it.
    public var expiresAt: Date?

    /// Credentials that are known.
    public init(
        accessKeyId: String,
        accessKeySecret: String,
        securityToken: String? = nil,
        expiresAt: Date? = nil
    ) {
        self.accessKeyId = accessKeyId
        self.accessKeySecret = accessKeySecret
        self.securityToken = securityToken
        self.expiresAt = expiresAt
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Who is calling, without the secrets.
    public var description: String { "Credentials(\(accessKeyId), [secret])" }

    /// The same.
    public var debugDescription: String { description }

    /// What `dump` shows: all but the secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["accessKeyId": accessKeyId, "expiresAt": expiresAt as Any], displayStyle: .struct)
    }
}

/// Where credentials come from, if not from the environment, files and metadata.
public enum CredentialsSource: Sendable {
    /// Credentials that are known.
    case known(Credentials)
    /// A function that is asked for them. It is asked again before those that it gave expire, once for all calls that
    /// wait. What it throws is the ``CamsRoiError/underlying`` of a ``CamsRoiError/credentials(_:)``.
    case provider(@Sendable () async throws -> Credentials)

    /// An AccessKey pair that is known.
    public static func accessKey(id: String, secret: String, securityToken: String? = nil) -> CredentialsSource {
        .known(Credentials(accessKeyId: id, accessKeySecret: secret, securityToken: securityToken))
    }
}

extension Credentials {
    /// As the bridge takes them.
    var native: Key {
        Key(
            accessKeyId: accessKeyId,
            accessKeySecret: accessKeySecret,
            securityToken: securityToken,
            expiresAtMs: expiresAt?.milliseconds
        )
    }
}

/// A user's function as the bridge can call it: asked without waiting, it answers later, and never throws.
final class GuardedProvider: KeySource, @unchecked Sendable {
    private let provider: @Sendable () async throws -> Credentials
    private let lock = NSLock()
    /// What it threw when it was asked last. The lock guards it.
    private var failure: (reason: String, error: any Error)?

    init(_ provider: @escaping @Sendable () async throws -> Credentials) {
        self.provider = provider
    }

    func ask(request: KeyRequest) {
        Task {
            do {
                let credentials = try await provider()
                note(nil)
                request.give(key: credentials.native)
            } catch {
                let reason = (error as? any LocalizedError)?.errorDescription ?? String(describing: error)
                note((reason, error))
                request.refuse(reason: reason)
            }
        }
    }

    /// What the function threw, if that is what an error's text is about.
    func thrown(_ text: String) -> (any Error)? {
        lock.withLock { failure.flatMap { text.words.contains($0.reason.words) ? $0.error : nil } }
    }

    private func note(_ thrown: (reason: String, error: any Error)?) {
        lock.withLock { failure = thrown }
    }
}

extension String {
    /// The same with one blank wherever there is white space: the client does not keep line ends.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
