import Foundation

/// What a parameter of a call by name can be: texts, numbers and flags, arrays and dictionaries of these, and ``CallValue``.
public protocol CallParameter: Sendable {
    /// The value as it is sent.
    var callValue: CallValue { get }
}

/// A value as it is sent: a text as it is, and anything else as compact JSON.
///
/// It is written as a literal where the parts of a dictionary or an array are of different types. The order in which they
/// are written is kept.
///
/// ```swift
/// let filter: CallValue = ["Name": "visit", "Size": 10, "Tags": ["a", true]]
/// ```
public struct CallValue: CallParameter, Hashable {
    /// What is sent.
    public let text: String
    /// Whether it is JSON that is no text.
    let isJSON: Bool

    /// Makes JSON of a value, by its own way of being encoded; its members are sorted by name.
    ///
    /// - Parameter value: What is encoded.
    /// - Throws: What the encoding throws.
    public init(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(json: String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// The value itself.
    public var callValue: CallValue { self }

    init(text: String) {
        self.text = text
        isJSON = false
    }

    init(json: String) {
        text = json
        isJSON = true
    }

    /// As a part of an array or of a dictionary.
    private var json: String { isJSON ? text : Self.quoted(text) }

    fileprivate init(items: [any CallParameter]) {
        self.init(json: "[" + items.map { $0.callValue.json }.joined(separator: ",") + "]")
    }

    fileprivate init(members: [(String, any CallParameter)]) {
        let written = members.map { Self.quoted($0) + ":" + $1.callValue.json }
        self.init(json: "{" + written.joined(separator: ",") + "}")
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension CallValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral text: String) { self = text.callValue }
    /// A whole number.
    public init(integerLiteral number: Int) { self = number.callValue }
    /// A number.
    public init(floatLiteral number: Double) { self = number.callValue }
    /// True or false.
    public init(booleanLiteral flag: Bool) { self = flag.callValue }
    /// A list.
    public init(arrayLiteral items: any CallParameter...) { self.init(items: items) }
    /// An object, with its members in this order.
    public init(dictionaryLiteral members: (String, any CallParameter)...) { self.init(members: members) }
}

extension String: CallParameter {
    /// The text.
    public var callValue: CallValue { CallValue(text: self) }
}

extension Substring: CallParameter {
    /// The text.
    public var callValue: CallValue { CallValue(text: String(self)) }
}

extension Array: CallParameter where Element: CallParameter {
    /// A list.
    public var callValue: CallValue { CallValue(items: self.map { $0 }) }
}

extension Dictionary: CallParameter where Key == String, Value: CallParameter {
    /// An object, with its members sorted by name.
    public var callValue: CallValue {
        CallValue(members: sorted { $0.key < $1.key }.map { ($0.key, $0.value as any CallParameter) })
    }
}

/// What JSON writes as Swift does.
extension CallParameter where Self: CustomStringConvertible {
    /// The digits or the word.
    public var callValue: CallValue { CallValue(json: description) }
}

extension Bool: CallParameter {}
extension Double: CallParameter {}
extension Float: CallParameter {}
extension Int: CallParameter {}
extension Int8: CallParameter {}
extension Int16: CallParameter {}
extension Int32: CallParameter {}
extension Int64: CallParameter {}
extension UInt: CallParameter {}
extension UInt8: CallParameter {}
extension UInt16: CallParameter {}
extension UInt32: CallParameter {}
extension UInt64: CallParameter {}
