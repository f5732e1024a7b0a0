//! What is linked into a native part besides the code of this checkout: the list of it as a CycloneDX document, and the
//! texts of the licences, which ask for going along.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use cyclonedx_bom::models::component::Classification;
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::prelude::{Bom, Component, Components, Metadata, Purl, Validate as _};
use serde_json::Value;
use spdx::{Expression, ParseMode, license_id};

use super::native::Part;
use super::target::Target;
use crate::process;
use crate::workspace::Workspace;

/// What the files are called, wherever they lie.
pub(super) const LIST: &str = "cams-roi.cdx.json";
pub(super) const LICENCES: &str = "THIRD-PARTY-LICENSES.txt";

/// How files begin that hold the text of a licence, or what it asks to be said.
const TEXTS: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// A crate that is linked.
struct Linked {
    name: String,
    version: String,
    licence: String,
    directory: PathBuf,
    /// Whether it is of this checkout.
    own: bool,
    /// The IDs of those that it needs.
    needs: BTreeSet<String>,
}

/// All crates that a crate of this workspace links for a target, by their IDs.
pub(super) struct LinkedCrates {
    root: String,
    crates: BTreeMap<String, Linked>,
}

impl LinkedCrates {
    /// Those of a part that is built.
    pub(super) fn of_part(workspace: &Workspace, part: Part, target: &Target) -> Result<Self> {
        Self::of(workspace, part.package(), target)
    }

    /// Asks cargo. Where features are in question, those count that any crate of the workspace asks for: the list may name
    /// one too many, and lacks none.
    pub(super) fn of(workspace: &Workspace, package: &str, target: &Target) -> Result<Self> {
        let mut cargo = workspace.cargo();
        cargo.args(["metadata", "--format-version=1", "--locked", "--all-features"]);
        cargo.args(["--filter-platform", target.triple]);
        let metadata: Value = serde_json::from_str(&process::output(&mut cargo)?)?;
        Self::read(&metadata, package)
    }

    fn read(metadata: &Value, package: &str) -> Result<Self> {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let packages: BTreeMap<_, _> =
            list(&metadata["packages"]).into_iter().map(|it| (text(&it["id"]), it)).collect();
        let nodes: BTreeMap<_, _> =
            list(&metadata["resolve"]["nodes"]).into_iter().map(|it| (text(&it["id"]), it)).collect();
        let is_root = |package_of: &Value| package_of["name"] == package && package_of["source"].is_null();
        let root = packages.iter().find(|(_, it)| is_root(it)).map(|(id, _)| id.clone());
        let root = root.with_context(|| format!("cargo metadata does not tell of {package}"))?;
        // What runs in the compiler alone is not linked.
        let is_linked = |id: &String| {
            let targets = packages.get(id).map(|it| list(&it["targets"])).unwrap_or_default();
            !targets.iter().any(|it| list(&it["kind"]).iter().any(|kind| kind == "proc-macro"))
        };
        let needs_of = |id: &String| -> BTreeSet<String> {
            let needed = nodes.get(id).map(|it| list(&it["deps"])).unwrap_or_default();
            let is_normal = |it: &Value| list(&it["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            needed.iter().filter(|it| is_normal(it)).map(|it| text(&it["pkg"])).filter(is_linked).collect()
        };
        let mut crates = BTreeMap::new();
        let mut waiting = vec![root.clone()];
        while let Some(id) = waiting.pop() {
            if crates.contains_key(&id) {
                continue;
            }
            let package =
                packages.get(&id).with_context(|| format!("cargo metadata does not tell of {id}"))?;
            let needs = needs_of(&id);
            waiting.extend(needs.iter().cloned());
            let manifest = PathBuf::from(text(&package["manifest_path"]));
            let linked = Linked {
                name: text(&package["name"]),
                version: text(&package["version"]),
                // The old form of "or".
                licence: text(&package["license"]).replace('/', " OR "),
                directory: manifest.parent().map(PathBuf::from).unwrap_or_default(),
                own: package["source"].is_null(),
                needs,
            };
            crates.insert(id, linked);
        }
        Ok(Self { root, crates })
    }

    /// Writes both files into a directory.
    pub(super) fn write(&self, directory: &Path) -> Result<()> {
        fs::create_dir_all(directory)?;
        fs::write(directory.join(LIST), self.list()?)?;
        fs::write(directory.join(LICENCES), self.licences()?)?;
        Ok(())
    }

    /// The list, in CycloneDX's JSON. It says the same of the same lock file whenever it is made.
    fn list(&self) -> Result<Vec<u8>> {
        let component = |id: &String, linked: &Linked| {
            let kind = if *id == self.root { Classification::Application } else { Classification::Library };
            let purl = Purl::new("cargo", &linked.name, &linked.version).context("a crate has no name")?;
            let mut component =
                Component::new(kind, &linked.name, &linked.version, Some(purl.as_ref().to_owned()));
            component.purl = Some(purl);
            component.licenses = Some(Licenses(vec![LicenseChoice::expression(&linked.licence)]));
            anyhow::Ok(component)
        };
        let reference = |id: &String| {
            self.crates.get(id).map(|it| format!("pkg:cargo/{}@{}", it.name, it.version)).unwrap_or_default()
        };
        let mut root = None;
        let mut components = Vec::new();
        for (id, linked) in &self.crates {
            let component = component(id, linked)?;
            if *id == self.root { root = Some(component) } else { components.push(component) }
        }
        let dependencies = self.crates.iter().map(|(id, linked)| Dependency {
            dependency_ref: reference(id),
            dependencies: linked.needs.iter().map(reference).collect(),
        });
        let bom = Bom {
            serial_number: None,
            metadata: Some(Metadata { component: root, ..Metadata::default() }),
            components: Some(Components(components)),
            dependencies: Some(Dependencies(dependencies.collect())),
            ..Bom::default()
        };
        let validated = bom.validate();
        ensure!(validated.passed(), "the list of what is linked is no CycloneDX: {validated:?}");
        let mut written = Vec::new();
        bom.output_as_json_v1_5(&mut written)?;
        // Programs read it; its blanks would be a third of it.
        Ok(serde_json::to_vec(&serde_json::from_slice::<Value>(&written)?)?)
    }

    /// The texts of the licences of all that is not of this checkout, each text once, with the crates that have it.
    fn licences(&self) -> Result<String> {
        // Many differ in their line breaks alone.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut texts: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
        for linked in self.crates.values().filter(|it| !it.own) {
            for text in linked.texts()? {
                let name = format!("{} {} ({})", linked.name, linked.version, linked.licence);
                texts.entry(words(&text)).or_insert((text, BTreeSet::new())).1.insert(name);
            }
        }
        let mut page =
            "What is linked into this program besides its own code, and the licences of it.\n".to_owned();
        for (text, crates) in texts.into_values() {
            let crates: Vec<_> = crates.into_iter().collect();
            write!(page, "\n{}\n{}\n\n{}\n", "=".repeat(20), crates.join("\n"), text.trim_end())?;
        }
        Ok(page)
    }
}

impl Linked {
    /// What the crate carries of texts; where it carries none, those that its licences have.
    fn texts(&self) -> Result<Vec<String>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.directory)? {
            let path = entry?.path();
            let name = super::name(&path).to_uppercase();
            if path.is_file() && TEXTS.iter().any(|begin| name.starts_with(begin)) {
                files.push(path);
            }
        }
        files.sort();
        let read = |path: &PathBuf| {
            fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let expression = Expression::parse_mode(&self.licence, ParseMode::LAX)
            .with_context(|| format!("the licence of {} is {:?}", self.name, self.licence))?;
        // Of two licences to choose from, the short one is taken: each crate has the long one in a form of its own.
        let is_mit = |path: &PathBuf| super::name(path).to_uppercase().contains("MIT");
        if expression.evaluate(|it| it.license.id() == license_id("MIT")) && files.iter().any(is_mit) {
            let is_other = |path: &PathBuf| is_licence(path) && !is_mit(path);
            files.retain(|it| !is_other(it));
        }
        if !files.is_empty() {
            return files.iter().map(read).collect();
        }
        let texts: Vec<_> = expression.requirements().filter_map(|it| it.req.license.id()).collect();
        ensure!(!texts.is_empty(), "the licence of {} has no text that is known", self.name);
        Ok(texts.into_iter().map(|id| id.text().to_owned()).collect())
    }
}

/// Whether a file has the text of a licence, and not what else is to be said.
fn is_licence(path: &Path) -> bool {
    let name = super::name(path).to_uppercase();
    ["LICENSE", "LICENCE", "UNLICENSE"].iter().any(|begin| name.starts_with(begin))
}

/// An error where a package lacks one of both files.
pub(super) fn check(directory: &Path) -> Result<()> {
    let read = |name| fs::read(directory.join(name)).with_context(|| format!("{name} is not in the package"));
    let list: Value = serde_json::from_slice(&read(LIST)?)?;
    ensure!(list["bomFormat"] == "CycloneDX", "{LIST} is no CycloneDX");
    ensure!(!read(LICENCES)?.is_empty(), "{LICENCES} is empty");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command() -> LinkedCrates {
        let target = Target::find("x86_64-unknown-linux-gnu").unwrap();
        LinkedCrates::of(&Workspace::find().unwrap(), "cams-roi-cli", target).unwrap()
    }

    #[test]
    fn the_list_names_what_is_linked_and_nothing_else() {
        let command = command();
        let list: Value = serde_json::from_slice(&command.list().unwrap()).unwrap();
        let names: BTreeSet<_> =
            list["components"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(list["metadata"]["component"]["name"], "cams-roi-cli");
        for linked in ["cams-roi", "ring", "rustls", "libsqlite3-sys"] {
            assert!(names.contains(linked), "{linked} is not in {names:?}");
        }
        // A test's, the compiler's, another system's.
        for other in ["proptest", "serde_derive", "windows-sys", "cams-roi-cli"] {
            assert!(!names.contains(other), "{other}");
        }
        assert_eq!(list, serde_json::from_slice::<Value>(&command.list().unwrap()).unwrap());
    }

    #[test]
    fn every_linked_crate_has_a_text_of_its_licence() {
        let command = command();
        let licences = command.licences().unwrap();
        for linked in command.crates.values().filter(|it| !it.own) {
            let heading = format!("{} {} (", linked.name, linked.version);
            assert!(licences.lines().any(|line| line.starts_with(&heading)), "{heading}");
        }
        // Of a choice with MIT that text alone is in the page; what has no choice is there in full.
        let heading = licences.split(&"=".repeat(20)).find(|it| it.contains("\nserde 1.")).unwrap();
        assert!(heading.contains("Permission is hereby granted"), "{heading}");
        assert!(
            licences.matches("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION").count() < 10
        );
        assert!(licences.contains("sync_wrapper 1."), "Apache-2.0 alone");
        // It carries no text of its own.
        assert!(licences.contains("maud 0.27") && licences.contains("Permission is hereby granted"));
        assert!(!licences.lines().any(|line| line.starts_with("cams-roi 0")), "own code has its own licence");
    }
}
