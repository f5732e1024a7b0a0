import CamsRoi
import Foundation

// The words of the conformance cases.

/// The members of an object. None that nobody asked for may be left: it would be a promise that nobody checks.
struct Keys: Sendable {
    private let members: [String: JSON]
    private var asked: Set<String> = []

    init(_ value: JSON) {
        members = value.object
    }

    subscript(name: String) -> JSON {
        mutating get {
            asked.insert(name)
            return members[name] ?? .null
        }
    }

    mutating func duration(_ name: String) -> Duration? { self[name].integer.map { .milliseconds($0) } }
    mutating func count(_ name: String) -> Int? { self[name].integer.map { Int($0) } }
    mutating func value<Value: CaseValue>(_ name: String) -> Value { Value(case: self[name]) }

    /// The channel that a request is about.
    mutating func channel() -> ChannelChoice {
        let (id, isOwn) = (self["cust_space_id"].text, self["own_channel"].bool ?? false)
        return isOwn ? .ownChannel : .id(id ?? "")
    }

    func none() throws {
        let unknown = members.keys.filter { !asked.contains($0) }
        if !unknown.isEmpty { throw TestFailure("unknown keys: \(unknown.sorted())") }
    }
}

/// What a request of a case holds. A text that is missing is empty, for the client to refuse it.
protocol CaseValue {
    init(case json: JSON)
}

/// What the result of a case holds.
protocol CaseResult {
    var json: JSON { get }
}

extension String: CaseValue, CaseResult {
    init(case json: JSON) { self = json.text ?? "" }
    var json: JSON { .text(self) }
}

extension Int: CaseValue, CaseResult {
    init(case json: JSON) { self = Int(json.integer!) }
    var json: JSON { .integer(Int64(self)) }
}

extension Double: CaseValue, CaseResult {
    init(case json: JSON) { self = json.number! }
    var json: JSON { .number(self) }
}

extension Bool: CaseValue, CaseResult {
    init(case json: JSON) { self = json.bool! }
    var json: JSON { .bool(self) }
}

/// Milliseconds since 1970.
extension Date: CaseValue, CaseResult {
    init(case json: JSON) { self.init(timeIntervalSince1970: Double(json.integer!) / 1000) }
    var json: JSON { .integer(Int64((timeIntervalSince1970 * 1000).rounded())) }
}

extension Optional: CaseValue where Wrapped: CaseValue {
    init(case json: JSON) { self = json == .null ? nil : Wrapped(case: json) }
}

extension Optional: CaseResult where Wrapped: CaseResult {
    var json: JSON { self?.json ?? .null }
}

extension Array: CaseValue where Element: CaseValue {
    init(case json: JSON) { self = json.list.map { Element(case: $0) } }
}

extension Array: CaseResult where Element: CaseResult {
    var json: JSON { .list(map(\.json)) }
}

extension Dictionary: CaseValue where Key == String, Value: CaseValue {
    init(case json: JSON) { self = json.object.mapValues { Value(case: $0) } }
}

extension Dictionary: CaseResult where Key == String, Value: CaseResult {
    var json: JSON { .object(mapValues(\.json)) }
}

extension CaseValue where Self: RawRepresentable, RawValue == String {
    init(case json: JSON) { self.init(rawValue: json.text!)! }
}

extension CaseResult where Self: RawRepresentable, RawValue == String {
    var json: JSON { .text(rawValue) }
}

extension AccessDeniedDetail: CaseResult {
    var json: JSON {
        [
            "text": .text(text), "policy_type": policyType.json, "auth_action": authAction.json,
            "auth_principal_type": authPrincipalType.json, "auth_principal_owner_id": authPrincipalOwnerId.json,
            "auth_principal_display_name": authPrincipalDisplayName.json,
            "no_permission_type": noPermissionType.json,
            "encoded_diagnostic_message": encodedDiagnosticMessage.json,
        ]
    }
}
