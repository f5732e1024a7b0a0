//! The Rust library: rustdoc's pages of the built crate.
//!
//! The pages, not rustdoc's JSON: that takes a nightly flag, which makes half of the dependencies compile again, and its
//! form changes with the compiler. The anchors of the pages (`#method.region`, `#structfield.code`) are what links all
//! over the world point at, and lint builds the pages anyway.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::classes;
use crate::lint;
use crate::workspace::Workspace;

/// Whose structs users deal with. The other modules are for those who extend the library, in Rust alone.
const MODULES: [&str; 3] = ["", "operations", "bulk"];

pub(super) fn read(workspace: &Workspace, errors: &Value) -> Result<Value> {
    lint::rustdoc(workspace)?;
    let pages = Pages::of(workspace)?;
    let variants = pages.page("enum.ErrorKind")?.anchors("variant.");
    let listed: Vec<_> = errors["kinds"].as_array().into_iter().flatten().map(|it| &it["variant"]).collect();
    ensure!(
        listed == variants.iter().collect::<Vec<_>>(),
        "ErrorKind has the variants {variants:?}, and ErrorKind::ALL is {listed:?}"
    );
    Ok(json!({
        "client_options": pages.options("ClientBuilder")?,
        "operations": pages.operations()?,
        "errors": classes(errors),
        "fields": pages.values(),
    }))
}

/// The pages of the structs.
struct Pages {
    directory: PathBuf,
    structs: BTreeMap<String, Page>,
}

impl Pages {
    fn of(workspace: &Workspace) -> Result<Self> {
        let directory = workspace.target().join("doc/cams_roi");
        let mut pages = Self { directory, structs: BTreeMap::new() };
        for module in MODULES {
            // Not the files of the directory: those of structs that are gone stay.
            let list = pages.directory.join(module).join("sidebar-items.js");
            let list = fs::read_to_string(&list).with_context(|| format!("{} is missing", list.display()))?;
            let list = list.split_once('=').map_or("", |(_, items)| items).trim_end_matches(';');
            let items: Value = serde_json::from_str(list).context("sidebar-items.js holds no JSON")?;
            for name in items["struct"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                let page = pages.page(&format!("{module}/struct.{name}"))?;
                pages.structs.insert(name.to_owned(), page);
            }
        }
        // Public in a module of its own, and shown there.
        pages.structs.insert("Credentials".to_owned(), pages.page("credentials/struct.Credentials")?);
        Ok(pages)
    }

    fn page(&self, name: &str) -> Result<Page> {
        let file = self.directory.join(format!("{}.html", name.trim_start_matches('/')));
        Ok(Page(fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?))
    }

    fn of_struct(&self, name: &str) -> Result<&Page> {
        self.structs.get(name).with_context(|| format!("{name} is not documented"))
    }

    /// What a builder sets: its methods that take it and give it back. One that takes a struct sets its fields.
    fn options(&self, builder: &str) -> Result<Vec<String>> {
        let mut options = Vec::new();
        for method in self.of_struct(builder)?.methods() {
            let Some((_, value)) = method.parameters.get(1).filter(|_| method.parameters[0].0 == "self")
            else {
                continue;
            };
            let fields = self.structs.get(value).map(|page| page.anchors("structfield."));
            match fields.filter(|fields| !fields.is_empty()) {
                Some(fields) => options.extend(fields),
                None => options.push(method.name),
            }
        }
        Ok(options)
    }

    /// What a request is made of: what `new` asks for, and what can be set.
    fn request(&self, name: &str) -> Result<Vec<String>> {
        let methods = self.of_struct(name)?.methods();
        let new = methods.into_iter().find(|method| method.name == "new");
        let mut taken: Vec<_> = new.into_iter().flat_map(|it| it.parameters).map(|(name, _)| name).collect();
        taken.extend(self.options(name)?);
        Ok(taken)
    }

    fn operations(&self) -> Result<BTreeMap<String, Vec<String>>> {
        let options = self.of_struct("CallOptions")?.anchors("structfield.");
        let mut operations = BTreeMap::new();
        for method in self.of_struct("Client")?.methods() {
            let Some(((this, _), arguments)) = method.parameters.split_first() else { continue };
            if this != "&self" || arguments.is_empty() {
                continue;
            }
            let mut taken = Vec::new();
            for (name, value) in arguments {
                if self.structs.get(value).is_some_and(Page::is_operation) {
                    // Every request can be given to `send` too, with options.
                    taken.extend(self.request(value)?);
                    taken.extend(options.clone());
                } else if value.ends_with("Options") {
                    taken.extend(self.options(value)?);
                } else {
                    taken.push(name.clone());
                }
            }
            if method.name == "send" {
                // For a request that has no method of its own: the call of any operation.
                let call = self.request("Call")?.into_iter().chain(options.clone()).collect();
                operations.insert("call".to_owned(), call);
            } else {
                operations.insert(method.name, taken);
            }
        }
        Ok(operations)
    }

    /// The fields of what is neither a request nor a setting: those that are public, and those that methods give.
    fn values(&self) -> BTreeMap<&str, Vec<String>> {
        let is_value = |name: &str, page: &Page| {
            !page.is_operation()
                && !["Client", "ClientBuilder", "Parameters", "RetryPolicy", "Secret"].contains(&name)
                && !name.ends_with("Options")
        };
        let mut values = BTreeMap::new();
        for (name, page) in self.structs.iter().filter(|(name, page)| is_value(name, page)) {
            let mut fields = page.anchors("structfield.");
            let gives = |method: &Method| method.parameters.iter().map(|(name, _)| name).eq(["&self"]);
            fields.extend(page.methods().into_iter().filter(gives).map(|method| method.name));
            if !fields.is_empty() {
                values.insert(name.as_str(), fields);
            }
        }
        values
    }
}

/// A page of rustdoc.
struct Page(String);

/// A method of a type's own, with the names and types of its parameters.
struct Method {
    name: String,
    parameters: Vec<(String, String)>,
}

impl Page {
    /// The names behind anchors of a kind, in the page's order.
    fn anchors(&self, kind: &str) -> Vec<String> {
        let mark = format!("id=\"{kind}");
        let parts = self.0.split(&mark).skip(1);
        parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
    }

    fn is_operation(&self) -> bool {
        self.0.contains("id=\"impl-Operation-for-")
    }

    /// The methods that the type itself has, without those of traits.
    fn methods(&self) -> Vec<Method> {
        let Some((_, own)) = self.0.split_once("id=\"implementations-list\"") else { return Vec::new() };
        let own = own.split_once("id=\"trait-implementations\"").map_or(own, |(own, _)| own);
        own.split("id=\"method.").skip(1).filter_map(Method::read).collect()
    }
}

impl Method {
    /// Reads `name" …><h4 class="code-header">pub fn name(…) …</h4>`.
    fn read(section: &str) -> Option<Self> {
        let (name, rest) = section.split_once('"')?;
        let (_, header) = rest.split_once("code-header\">")?;
        let signature = text(header.split_once("</h4>")?.0);
        let (_, rest) = signature.split_once(&format!("fn {name}"))?;
        let parameters = parameters(&rest[rest.find('(')? + 1..]);
        Some(Self { name: name.to_owned(), parameters })
    }
}

/// Splits `&self, channels: I, …) -> …` at the commas that are not inside of a type.
fn parameters(list: &str) -> Vec<(String, String)> {
    let mut depth = 0_u32;
    let mut parts = vec![String::new()];
    for letter in list.chars() {
        match letter {
            ')' if depth == 0 => break,
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let named =
        |part: &str| part.split_once(':').map(|(name, of)| (name.trim().to_owned(), of.trim().to_owned()));
    parts.map(|part| named(part).unwrap_or_else(|| (part.to_owned(), String::new()))).collect()
}

/// HTML without its marks.
fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r##"<span id="structfield.code" class="structfield"></span>
        <div id="implementations-list"><section id="method.open" class="method"><h4 class="code-header">pub fn
        <a href="#method.open" class="fn">open</a>(self, path: impl <a>Into</a>&lt;<a>Map</a>&lt;u8, u8&gt;&gt;) -&gt; Self</h4>
        </section></div><h2 id="trait-implementations">…</h2>
        <section id="method.fmt" class="method"><h4 class="code-header">fn <a>fmt</a>(&amp;self)</h4></section>"##;

    #[test]
    fn fields_are_told_from_their_anchors() {
        assert_eq!(Page(PAGE.to_owned()).anchors("structfield."), ["code"]);
    }

    #[test]
    fn methods_are_the_type_s_own_and_their_parameters_named() {
        let page = Page(PAGE.replace("fn\n        <a", "fn <a"));
        let [open] = page.methods().try_into().ok().expect("one method");
        assert_eq!(open.name, "open");
        let parameters: Vec<_> =
            open.parameters.iter().map(|(name, of)| (name.as_str(), of.as_str())).collect();
        assert_eq!(parameters, [("self", ""), ("path", "impl Into<Map<u8, u8>>")]);
    }
}
