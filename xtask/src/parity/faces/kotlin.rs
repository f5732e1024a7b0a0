//! The Kotlin package: its classes, as `javap` shows them. It needs nothing of what they call, not even to be loaded.

use std::collections::{BTreeMap, BTreeSet};

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::process;
use crate::workspace::Workspace;

/// The package, relative to the checkout.
pub(super) const PACKAGE: &str = "bindings/kotlin";

/// What users import; what is below it is internal.
const NAMESPACE: &str = "io.github.camsroi.";

pub(super) fn read(workspace: &Workspace) -> Result<Value> {
    let package = workspace.root().join(PACKAGE);
    let mut maven = Command::new(if cfg!(windows) { "mvn.cmd" } else { "mvn" });
    maven.args(["--batch-mode", "--quiet", "compile"]).current_dir(&package);
    process::run(maven.arg(format!("-Dcargo.target={}", workspace.target().display())))?;
    let classes = package.join("target/classes").join(NAMESPACE.trim_end_matches('.').replace('.', "/"));
    let mut javap = Command::new("javap");
    javap.arg("-public");
    let entries = fs::read_dir(&classes).with_context(|| format!("{} cannot be read", classes.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "class") {
            javap.arg(path);
        }
    }
    surface(&process::output(&mut javap)?)
}

/// What `javap -public` tells of all classes.
fn surface(listing: &str) -> Result<Value> {
    let classes = Classes::read(listing);
    ensure!(classes.0.contains_key("Client"), "javap shows no class {NAMESPACE}Client");
    Ok(json!({
        "client_options": classes.client_options(),
        "operations": classes.operations(),
        "errors": classes.errors(),
        "fields": classes.values(),
    }))
}

/// A class: of which it is a special case, and its public methods.
#[derive(Default)]
struct Class<'a> {
    parent: &'a str,
    /// The interfaces whose methods it has, too.
    interfaces: Vec<&'a str>,
    methods: Vec<Method<'a>>,
}

struct Method<'a> {
    /// Without what Kotlin adds to it where a value class is passed: `getTimeout-FghU774`.
    name: &'a str,
    returns: &'a str,
    takes: Vec<&'a str>,
}

/// The classes by name, without the package.
struct Classes<'a>(BTreeMap<&'a str, Class<'a>>);

impl<'a> Classes<'a> {
    fn read(listing: &'a str) -> Self {
        let mut classes: BTreeMap<&str, Class<'_>> = BTreeMap::new();
        let mut current = None;
        for line in listing.lines() {
            if let Some(member) = line.strip_prefix("  ") {
                let class = current.and_then(|name| classes.get_mut(name));
                if let (Some(class), Some(method)) = (class, Method::read(member)) {
                    class.methods.push(method);
                }
                continue;
            }
            current = line.strip_suffix(" {").and_then(|head| {
                let head = head.strip_prefix("public ")?;
                let (_, name) = head.split_once("class ").or_else(|| head.split_once("interface "))?;
                let is_interface = head.contains("interface ");
                let mut words = name.split(' ');
                let name = words.next()?.strip_prefix(NAMESPACE)?;
                // What is in a package of its own below is not for users.
                let is_public = !name.contains('.') && !name.ends_with("Kt");
                let parents = words.skip_while(|word| *word != "extends").nth(1).unwrap_or_default();
                let ours = |parent: &'a str| parent.strip_prefix(NAMESPACE);
                let class = if is_interface {
                    let interfaces = parents.split(',').filter_map(ours).collect();
                    Class { interfaces, ..Class::default() }
                } else {
                    Class { parent: ours(parents).unwrap_or_default(), ..Class::default() }
                };
                is_public.then(|| {
                    classes.insert(name, class);
                    name
                })
            });
        }
        Self(classes)
    }

    fn methods(&self, class: &str) -> impl Iterator<Item = &Method<'a>> {
        let class = self.0.get(class);
        let interfaces = class.into_iter().flat_map(|class| &class.interfaces);
        class
            .into_iter()
            .chain(interfaces.filter_map(|name| self.0.get(name)))
            .flat_map(|class| &class.methods)
    }

    /// The properties of a class, by their getters.
    fn properties(&self, class: &str) -> BTreeSet<String> {
        self.methods(class).filter_map(Method::property).collect()
    }

    /// Settings have a property for Kotlin and a method for Java; what lacks one of them is not there for both.
    fn client_options(&self) -> BTreeSet<String> {
        let builder = "ClientConfig$Builder";
        let sets = |method: &&Method<'_>| method.returns.ends_with(builder) && method.takes.len() == 1;
        let for_java = self.methods(builder).filter(sets).map(|method| method.name.to_owned()).collect();
        &self.properties(builder) & &for_java
    }

    /// What the client's methods take. The classes do not keep parameters' names, but the types tell.
    fn operations(&self) -> BTreeMap<&str, BTreeSet<String>> {
        let mut operations: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let is_call =
            |method: &&Method<'_>| method.returns.ends_with("Object") || method.returns.contains("Flow");
        for method in self.methods("Client").filter(is_call) {
            for of in &method.takes {
                let of = of.split('<').next().unwrap_or(of);
                let taken = match of.strip_prefix(NAMESPACE) {
                    Some(class) => self.properties(class),
                    None => match of {
                        "java.lang.String" => BTreeSet::from(["action".to_owned()]),
                        "java.util.Map" => BTreeSet::from(["parameters".to_owned()]),
                        "java.lang.Iterable" | "kotlinx.coroutines.flow.Flow" => {
                            BTreeSet::from(["channels".to_owned()])
                        }
                        _ => continue,
                    },
                };
                operations.entry(method.name).or_default().extend(taken);
            }
        }
        operations
    }

    /// The exceptions: `CamsRoiException.Throttled` is what `ThrottledError` is elsewhere.
    fn errors(&self) -> BTreeMap<String, Option<String>> {
        let mut errors = BTreeMap::from([(error("CamsRoiException"), None)]);
        for (name, class) in &self.0 {
            if name.starts_with("CamsRoiException$") && class.parent.starts_with("CamsRoiException") {
                errors.insert(error(name), Some(error(class.parent)));
            }
        }
        errors
    }

    /// The properties of what is neither a client, a request, nor a setting.
    fn values(&self) -> BTreeMap<String, BTreeSet<String>> {
        let is_value = |name: &str| {
            let is_part = name.contains('$');
            let is_input = ["Client", "Config", "Options", "Request"].iter().any(|end| name.ends_with(end));
            !is_part && !is_input
        };
        let mut values = BTreeMap::new();
        for name in self.0.keys().filter(|name| is_value(name)) {
            let mut properties = self.properties(name);
            // The text of an open enumeration.
            properties.remove("value");
            if !properties.is_empty() {
                let name = if *name == "CamsRoiException" { error(name) } else { (*name).to_owned() };
                values.insert(name, properties);
            }
        }
        values
    }
}

/// The name of a class of errors in other languages.
fn error(class: &str) -> String {
    let name = class.strip_prefix("CamsRoiException$").or_else(|| class.strip_suffix("Exception"));
    format!("{}Error", name.unwrap_or(class))
}

impl<'a> Method<'a> {
    /// Reads `public final java.lang.String getCode();`; constructors, static and synthetic methods are left out.
    fn read(member: &'a str) -> Option<Self> {
        let (head, rest) = member.strip_prefix("public ")?.split_once('(')?;
        let head = head.strip_prefix("final ").or_else(|| head.strip_prefix("abstract ")).unwrap_or(head);
        let (returns, name) = head.rsplit_once(' ')?;
        if name.contains('$') || returns.starts_with("static ") {
            return None;
        }
        let takes = rest.split_once(')')?.0;
        Some(Self { name: name.split('-').next().unwrap_or(name), returns, takes: arguments(takes) })
    }

    /// The property that it gives, if it is a getter.
    fn property(&self) -> Option<String> {
        if !self.takes.is_empty() {
            return None;
        }
        if self.returns == "boolean" && self.name.starts_with("is") {
            return Some(self.name.to_owned());
        }
        let mut letters = self.name.strip_prefix("get")?.chars();
        let first = letters.next().filter(char::is_ascii_uppercase)?;
        Some(std::iter::once(first.to_ascii_lowercase()).chain(letters).collect())
    }
}

/// Splits a list of types at the commas that are not inside of one.
fn arguments(list: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let split = |letter: char| {
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    };
    list.split(split).map(str::trim).filter(|of| !of.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTING: &str = "\
Compiled from \"Client.kt\"
public interface io.github.camsroi.Operations {
  public abstract java.lang.Object read(io.github.camsroi.ReadRequest, io.github.camsroi.CallOptions, kotlin.coroutines.Continuation);
}
public final class io.github.camsroi.ReadRequest {
  public final java.lang.String getIsvCode();
}
public interface io.github.camsroi.Client extends io.github.camsroi.Operations,java.lang.AutoCloseable {
  public abstract java.lang.String getEndpoint();
  public abstract java.lang.Object call(java.lang.String, java.util.Map<java.lang.String, ? extends java.lang.Object>, io.github.camsroi.CallOptions, kotlin.coroutines.Continuation);
  public static java.lang.Object call$default(io.github.camsroi.Client, int, java.lang.Object);
  public abstract kotlinx.coroutines.flow.Flow enableMany(java.lang.Iterable, io.github.camsroi.CallOptions);
  public abstract void close();
}
public final class io.github.camsroi.CallOptions {
  public final kotlin.time.Duration getTimeout-FghU774();
  public final java.lang.Integer getMaxAttempts();
}
public final class io.github.camsroi.ClientConfig$Builder {
  public final java.lang.String getRegion();
  public final void setRegion(java.lang.String);
  public final java.lang.String getForKotlinAlone();
  public final io.github.camsroi.ClientConfig$Builder region(java.lang.String);
  public final io.github.camsroi.ClientConfig build();
}
public abstract class io.github.camsroi.CamsRoiException extends java.lang.RuntimeException {
  public final java.lang.String getHint();
  public final boolean isRetryable();
}
public class io.github.camsroi.CamsRoiException$Service extends io.github.camsroi.CamsRoiException {
}
public final class io.github.camsroi.CamsRoiException$Throttled extends io.github.camsroi.CamsRoiException$Service {
}
public final class io.github.camsroi.Granularity {
  public final java.lang.String getValue();
}
public final class io.github.camsroi.internal.Run {
  public final java.lang.String getSecret();
}
";

    #[test]
    fn a_listing_is_read_by_getters_and_types() {
        assert_eq!(
            surface(LISTING).expect("a surface"),
            json!({
                "client_options": ["region"],
                "operations": {
                    "call": ["action", "maxAttempts", "parameters", "timeout"],
                    "enableMany": ["channels", "maxAttempts", "timeout"],
                    "read": ["isvCode", "maxAttempts", "timeout"],
                },
                "errors": {
                    "CamsRoiError": null, "ServiceError": "CamsRoiError", "ThrottledError": "ServiceError",
                },
                "fields": { "CamsRoiError": ["hint", "isRetryable"] },
            })
        );
        assert!(surface("").is_err());
    }
}
