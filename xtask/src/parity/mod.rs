//! `cargo xtask parity`: what each face offers, told from what is built, and that all offer the same.

mod compare;
mod conventions;
mod faces;
mod surface;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};

use self::surface::{Face, Item, Kind, Surface};
use crate::error_table;
use crate::workspace::Workspace;

/// Lists what each face offers, and fails if one lacks what another has.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let parity = Parity::read(workspace)?;
    parity.list();
    parity.check()
}

/// The same, with the sums alone.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    let parity = Parity::read(workspace)?;
    parity.sums();
    parity.check()
}

/// What all faces offer.
struct Parity {
    surfaces: Vec<Surface>,
    /// A sentence for each difference, and for each convention that nothing needs.
    differences: Vec<String>,
    /// What a face does without by convention.
    excused: BTreeSet<(Face, Item)>,
}

impl Parity {
    fn read(workspace: &Workspace) -> Result<Self> {
        let errors = error_table::read(workspace)?;
        let mut used = BTreeSet::new();
        // One that is in the checkout and cannot be read is an error, not a face less.
        let present: Vec<Face> =
            Face::ALL.into_iter().filter(|face| faces::is_present(workspace, *face)).collect();
        let surfaces = present
            .iter()
            .map(|face| {
                faces::read(workspace, *face, &errors)
                    .and_then(|found| Surface::read(*face, &found, &mut used))
                    .with_context(|| format!("{face} cannot be read"))
            })
            .collect::<Result<Vec<_>>>()?;
        let mut excused = BTreeSet::new();
        let mut differences = compare::differences(&surfaces, |face, item| {
            let is_excused = conventions::may_lack(face, item, &mut used);
            if is_excused {
                excused.insert((face, item.clone()));
            }
            is_excused
        });
        differences.extend(conventions::unused(&present, &used));
        Ok(Self { surfaces, differences, excused })
    }

    fn check(&self) -> Result<()> {
        if !self.differences.is_empty() {
            bail!("\n  {}", self.differences.join("\n  "));
        }
        Ok(())
    }

    /// How many things of each kind there are in each face.
    fn sums(&self) {
        println!("{:14}{}", "", self.row(|surface| surface.face.to_string()));
        for kind in Kind::ALL {
            let count = |surface: &Surface| surface.items.iter().filter(|item| item.kind == kind).count();
            println!("{:14}{}", kind.plural(), self.row(|surface| count(surface).to_string()));
        }
    }

    /// Every thing, and which faces have it.
    fn list(&self) {
        let all: BTreeSet<&Item> = self.surfaces.iter().flat_map(|surface| &surface.items).collect();
        for kind in Kind::ALL {
            let names = self.row(|surface| surface.face.to_string());
            println!("\n{:64}{names}", kind.plural());
            for item in all.iter().filter(|item| item.kind == kind) {
                let name =
                    if item.of.is_empty() { item.name.clone() } else { format!("{}.{}", item.of, item.name) };
                println!("  {name:62}{}", self.row(|surface| self.mark(surface, item).to_owned()));
            }
        }
        println!(
            "\n-: a face does without it by convention (xtask/src/parity/conventions/rules.rs says why)\n"
        );
        self.sums();
    }

    fn mark(&self, surface: &Surface, item: &Item) -> &'static str {
        let is_excused = |item: &Item| self.excused.contains(&(surface.face, item.clone()));
        if surface.items.contains(item) {
            "yes"
        } else if is_excused(item) || item.owner().is_some_and(|owner| is_excused(&owner)) {
            "-"
        } else {
            "LACKS"
        }
    }

    fn row(&self, cell: impl Fn(&Surface) -> String) -> String {
        let cells: Vec<_> = self.surfaces.iter().map(|surface| format!("{:>12}", cell(surface))).collect();
        cells.join(" ")
    }
}
