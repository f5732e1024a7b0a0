//! The Swift package: the symbol graph that the compiler writes of the built module.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde_json::{Value, json};

use crate::swift::{Toolchain, form};
use crate::workspace::Workspace;

/// The package, relative to the checkout.
pub(super) const PACKAGE: &str = "bindings/swift";

/// What the language's own protocols ask of a type, and the raw value of an open enumeration.
const PROTOCOLS: [&str; 8] = [
    "customMirror",
    "debugDescription",
    "description",
    "errorDescription",
    "failureReason",
    "hashValue",
    "rawValue",
    "recoverySuggestion",
];

/// The types that have others within them.
const CLIENT: &str = "CamsRoiClient";
const ERROR: &str = "CamsRoiError";
const KIND: &str = "Kind";

/// Whose methods are calls.
const CALLERS: [&str; 3] = [CLIENT, "CamsRoiClientProtocol", "CamsRoiOperations"];

/// How the names of types end whose fields are parameters.
const VALUES: [&str; 2] = ["Options", "Request"];

pub(super) fn read(workspace: &Workspace) -> Result<Value> {
    Ok(surface(&form::symbols(workspace, &Toolchain::find()?)?))
}

/// What the symbols of the module tell.
fn surface(symbols: &[Value]) -> Value {
    let symbols = Symbols(symbols.iter().filter_map(Symbol::read).collect());
    json!({
        "client_options": symbols.properties("Configuration"),
        "operations": symbols.operations(),
        "errors": symbols.errors(),
        "fields": symbols.values(),
    })
}

/// A public symbol.
struct Symbol<'a> {
    kind: &'a str,
    /// The type that has it, if one has, and its own name.
    owner: Option<&'a str>,
    name: &'a str,
    /// The names and types of a function's parameters.
    parameters: Vec<(&'a str, &'a str)>,
}

impl<'a> Symbol<'a> {
    /// Reads a symbol. The client's own types are as others, and of the error's own ones the kinds count; what else is
    /// nested deeper than a type's members is none of ours.
    fn read(symbol: &'a Value) -> Option<Self> {
        let path: Vec<&str> = symbol["pathComponents"].as_array()?.iter().filter_map(Value::as_str).collect();
        let (owner, name) = match path.as_slice() {
            [name] => (None, *name),
            [CLIENT, name] if name.starts_with(char::is_uppercase) => (None, *name),
            [owner, name] | [CLIENT, owner, name] => (Some(*owner), *name),
            [ERROR, KIND, name] => (Some(KIND), *name),
            _ => return None,
        };
        let parameters = symbol["functionSignature"]["parameters"].as_array().into_iter().flatten();
        let parameter = |parameter: &'a Value| {
            let fragments = parameter["declarationFragments"].as_array()?.iter();
            let types = fragments.filter(|fragment| fragment["kind"] == "typeIdentifier");
            let of =
                types.filter_map(|fragment| fragment["spelling"].as_str()).next_back().unwrap_or_default();
            Some((parameter["name"].as_str()?, of))
        };
        let kind = symbol["kind"]["identifier"].as_str()?;
        Some(Self { kind, owner, name, parameters: parameters.filter_map(parameter).collect() })
    }
}

struct Symbols<'a>(Vec<Symbol<'a>>);

impl Symbols<'_> {
    /// The properties of a type that are its own affair.
    fn properties(&self, of: &str) -> Vec<&str> {
        let properties = self.0.iter().filter(|it| it.kind == "swift.property" && it.owner == Some(of));
        properties.map(|it| it.name).filter(|name| !PROTOCOLS.contains(name)).collect()
    }

    /// What the client's methods take; several of one name are one operation.
    fn operations(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut operations: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let is_ours = |it: &&Symbol<'_>| it.owner.is_some_and(|owner| CALLERS.contains(&owner));
        for method in self.0.iter().filter(is_ours).filter(|it| it.kind == "swift.method") {
            let name = method.name.split('(').next().unwrap_or(method.name);
            for (parameter, of) in &method.parameters {
                let taken = operations.entry(name).or_default();
                if VALUES.iter().any(|value| of.ends_with(value)) {
                    taken.extend(self.properties(of));
                } else {
                    taken.insert(parameter);
                }
            }
        }
        operations
    }

    /// The kinds of the one error. Which is a special case of which, a function tells, not a type; the package's tests
    /// hold it against the core.
    fn errors(&self) -> BTreeMap<String, Option<&str>> {
        let is_kind = |it: &&Symbol<'_>| {
            it.kind == "swift.type.property" && it.owner == Some(KIND) && it.name != "known"
        };
        let class = |kind: &Symbol<'_>| {
            let mut letters = kind.name.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            format!("{}Error", first.into_iter().chain(letters).collect::<String>())
        };
        let root = (ERROR.to_owned(), None);
        self.0.iter().filter(is_kind).map(|kind| (class(kind), None)).chain([root]).collect()
    }

    /// The properties of what is neither a client nor a setting.
    fn values(&self) -> BTreeMap<&str, Vec<&str>> {
        let is_type = |it: &&Symbol<'_>| {
            matches!(it.kind, "swift.struct" | "swift.class" | "swift.enum")
                && it.owner.is_none()
                && !VALUES.iter().any(|value| it.name.ends_with(value))
                && !matches!(it.name, CLIENT | "Configuration")
        };
        let values = self.0.iter().filter(is_type).map(|it| (it.name, self.properties(it.name)));
        values.filter(|(_, properties)| !properties.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(kind: &str, path: &[&str], parameters: &[(&str, &str)]) -> Value {
        let parameter = |(name, of): &(&str, &str)| {
            json!({ "name": name, "declarationFragments": [
                { "kind": "identifier", "spelling": name },
                { "kind": "typeIdentifier", "spelling": of },
            ] })
        };
        let parameters: Vec<_> = parameters.iter().map(parameter).collect();
        json!({ "kind": { "identifier": kind }, "pathComponents": path, "functionSignature": { "parameters": parameters } })
    }

    #[test]
    fn a_graph_is_read_by_kinds_and_paths() {
        let symbols = [
            symbol("swift.class", &[CLIENT], &[]),
            symbol("swift.property", &[CLIENT, "endpoint"], &[]),
            symbol(
                "swift.method",
                &[CLIENT, "call(_:options:)"],
                &[("action", "String"), ("options", "CallOptions")],
            ),
            symbol("swift.method", &["CamsRoiClientProtocol", "call(_:as:)"], &[("as", "Answer")]),
            symbol("swift.method", &["CamsRoiOperations", "read(_:)"], &[("request", "ReadRequest")]),
            symbol("swift.method", &[CLIENT, "shutdown()"], &[]),
            symbol("swift.struct", &["ReadRequest"], &[]),
            symbol("swift.property", &["ReadRequest", "start"], &[]),
            symbol("swift.struct", &[CLIENT, "CallOptions"], &[]),
            symbol("swift.property", &[CLIENT, "CallOptions", "maxAttempts"], &[]),
            symbol("swift.struct", &[CLIENT, "Configuration"], &[]),
            symbol("swift.property", &[CLIENT, "Configuration", "region"], &[]),
            symbol("swift.struct", &[ERROR], &[]),
            symbol("swift.struct", &[ERROR, KIND], &[]),
            symbol("swift.type.property", &[ERROR, KIND, "notSubscribed"], &[]),
            symbol("swift.type.property", &[ERROR, KIND, "known"], &[]),
            symbol("swift.property", &[ERROR, KIND, "parent"], &[]),
            symbol("swift.property", &[ERROR, "hint"], &[]),
            symbol("swift.property", &[ERROR, "errorDescription"], &[]),
            symbol("swift.struct", &["Granularity"], &[]),
            symbol("swift.property", &["Granularity", "rawValue"], &[]),
        ];
        assert_eq!(
            surface(&symbols),
            json!({
                "client_options": ["region"],
                "operations": { "call": ["action", "as", "maxAttempts"], "read": ["start"] },
                "errors": { "CamsRoiError": null, "NotSubscribedError": null },
                "fields": { "CamsRoiError": ["hint"] },
            })
        );
    }
}
