import Foundation
internal import CamsRoiNative

extension CamsRoiClient {
    /// An AccessKey pair, with a security token when it is temporary. Nothing that prints it shows the secret.
    public struct Credentials: Sendable, Hashable {
        /// Who is calling. Not a secret, but what prints it shows only its beginning and its end.
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

    /// Where credentials come from, if not from the environment, files and metadata.
    public enum CredentialsSource: Sendable {
        /// Credentials that are known.
        case known(Credentials)
        /// A function that is asked for them. It is asked again before those that it gave expire, once for all calls
        /// that wait; and soon, where it throws a `URLError` or `POSIXError` of the network, or a ``CamsRoiError`` that
        /// ``CamsRoiError/isRetryable``. What it throws is the ``CamsRoiError/underlying`` of a ``CamsRoiError/Kind/credentials``.
        ///
        /// It has the task-local values and the priority of one of the calls that are under way. When all of these are
        /// cancelled, so is its task.
        case provider(@Sendable () async throws -> Credentials)

        /// An AccessKey pair that is known.
        public static func accessKey(id: String, secret: String, securityToken: String? = nil) -> CredentialsSource {
            .known(Credentials(accessKeyId: id, accessKeySecret: secret, securityToken: securityToken))
        }
    }
}

extension CamsRoiClient.Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The beginning and the end of the AccessKey ID, enough to tell it from others.
    public var description: String { "Credentials(\(maskedAccessKeyId), [secret])" }

    /// The same.
    public var debugDescription: String { description }

    /// What `dump` shows: all but the secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["accessKeyId": maskedAccessKeyId, "expiresAt": expiresAt as Any],
            displayStyle: .struct
        )
    }
}

extension CamsRoiClient.Credentials {
    /// Of a short ID more would be shown than hidden.
    private var maskedAccessKeyId: String {
        let isLong = accessKeyId.utf8.count >= 12 && accessKeyId.utf8.allSatisfy { $0 < 0x80 }
        return isLong ? "\(accessKeyId.prefix(4))****\(accessKeyId.suffix(4))" : "****"
    }

    /// As the binding takes them.
    var native: Key {
        Key(
            accessKeyId: accessKeyId,
            accessKeySecret: accessKeySecret,
            securityToken: securityToken,
            expiresAtMs: expiresAt?.milliseconds
        )
    }
}

extension CamsRoiClient.Credentials: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(accessKeyId)
        writer.write(accessKeySecret)
        writer.write(securityToken)
        writer.write(expiresAt)
    }
}

extension CamsRoiClient.CredentialsSource {
    /// Those that no function has to be asked for.
    var known: CamsRoiClient.Credentials? {
        if case .known(let credentials) = self { credentials } else { nil }
    }
}
