internal import CamsRoiNative

/// Why the service denied access. Only ``text`` is always there.
public struct AccessDeniedDetail: Sendable, Hashable, Codable {
    /// The detail as it came: a text, or an object as JSON.
    public var text: String
    /// Which kind of policy decided, for example `AccountLevelIdentityBasedPolicy`.
    public var policyType: String?
    /// The RAM action that was refused.
    public var authAction: String?
    /// `SubUser`, `AssumedRoleUser` or `Federated`.
    public var authPrincipalType: String?
    /// The account to which the identity belongs.
    public var authPrincipalOwnerId: String?
    /// The identity's name or ID.
    public var authPrincipalDisplayName: String?
    /// `ImplicitDeny` or `ExplicitDeny`.
    public var noPermissionType: String?
    /// Decode it with RAM's `DecodeDiagnosticMessage`.
    public var encodedDiagnosticMessage: String?

    /// Makes a detail, for example in a test.
    public init(text: String) {
        self.text = text
    }

    init(_ native: CamsRoiNative.AccessDeniedDetail) {
        text = native.text
        policyType = native.policyType
        authAction = native.authAction
        authPrincipalType = native.authPrincipalType
        authPrincipalOwnerId = native.authPrincipalOwnerId
        authPrincipalDisplayName = native.authPrincipalDisplayName
        noPermissionType = native.noPermissionType
        encodedDiagnosticMessage = native.encodedDiagnosticMessage
    }
}

extension AccessDeniedDetail: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        text = try reader.read()
        policyType = try reader.read()
        authAction = try reader.read()
        authPrincipalType = try reader.read()
        authPrincipalOwnerId = try reader.read()
        authPrincipalDisplayName = try reader.read()
        noPermissionType = try reader.read()
        encodedDiagnosticMessage = try reader.read()
    }
}
