import Foundation

/// What JSON holds.
enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    subscript(name: String) -> JSON {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    subscript(index: Int) -> JSON {
        list.indices.contains(index) ? list[index] : .null
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    /// A number of either kind.
    var number: Double? { if case .number(let number) = self { number } else { integer.map { Double($0) } } }
    var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    var list: [JSON] { if case .list(let items) = self { items } else { [] } }
    var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

    /// Nothing is `null`.
    init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// Nothing is `null`.
    init(_ number: Int?) {
        self = number.map { .integer(Int64($0)) } ?? .null
    }

    init(_ data: Data) throws {
        self = try JSONDecoder().decode(JSON.self, from: data)
    }

    var data: Data {
        get throws { try JSONEncoder().encode(self) }
    }
}

extension JSON: Codable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let items = try? value.decode([JSON].self) {
            self = .list(items)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .bool(let bool): try value.encode(bool)
        case .integer(let number): try value.encode(number)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let items): try value.encode(items)
        case .object(let members): try value.encode(members)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral: String) { self = .text(stringLiteral) }
    init(integerLiteral: Int64) { self = .integer(integerLiteral) }
    init(booleanLiteral: Bool) { self = .bool(booleanLiteral) }
    init(arrayLiteral: JSON...) { self = .list(arrayLiteral) }
    init(dictionaryLiteral: (String, JSON)...) { self = .object(Dictionary(uniqueKeysWithValues: dictionaryLiteral)) }
    init(nilLiteral: ()) { self = .null }
}
