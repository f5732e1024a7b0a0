import CamsRoi
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The backend does not know the user any more. They have to sign in again.
public struct SignedOutError: Error {}

/// The backend's answer cannot be used.
public struct BackendError: Error, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String
}

/// Asks your backend for temporary credentials. Never put an AccessKey into an app: everybody who has the app can read it.
///
/// The backend answers as Alibaba Cloud's credentials URIs do: `{"AccessKeyId": …, "AccessKeySecret": …,
/// "SecurityToken": …, "Expiration": "2026-11-28T12:00:00Z"}`.
public struct BackendCredentials: Sendable {
    private let url: URL
    private let session: @Sendable () async throws -> String
    private let send: @Sendable (URLRequest) async throws -> (Data, URLResponse)

    /// Credentials of a backend.
    ///
    /// - Parameters:
    ///   - url: Where the backend gives them, over HTTPS.
    ///   - session: Gives the token by which the backend knows the user.
    ///   - send: Sends a request; `URLSession.shared` does by default.
    public init(
        url: URL,
        session: @escaping @Sendable () async throws -> String,
        send: @escaping @Sendable (URLRequest) async throws -> (Data, URLResponse) = { request in
            try await URLSession.shared.data(for: request)
        }
    ) {
        self.url = url
        self.session = session
        self.send = send
    }

    /// Asks for them. A client does so by itself, before those that it has expire.
    public func fetch() async throws -> CamsRoiClient.Credentials {
        var request = URLRequest(url: url, timeoutInterval: 10)
        request.setValue("Bearer \(try await session())", forHTTPHeaderField: "Authorization")
        let (body, answer) = try await send(request)
        switch (answer as? HTTPURLResponse)?.statusCode {
        case 200: return try read(body)
        case 401: throw SignedOutError()
        case let status: throw BackendError(description: "the backend answered with HTTP \(status ?? 0)")
        }
    }

    /// All four are required. Without the last two it would be an AccessKey that does not expire.
    private struct Answer: Decodable {
        let AccessKeyId: String
        let AccessKeySecret: String
        let SecurityToken: String
        let Expiration: Date
    }

    private func read(_ body: Data) throws -> CamsRoiClient.Credentials {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            let answer = try decoder.decode(Answer.self, from: body)
            return CamsRoiClient.Credentials(
                accessKeyId: answer.AccessKeyId,
                accessKeySecret: answer.AccessKeySecret,
                securityToken: answer.SecurityToken,
                expiresAt: answer.Expiration
            )
        } catch let error as DecodingError {
            throw BackendError(description: "the backend's answer is not what was expected: \(error)")
        }
    }
}
