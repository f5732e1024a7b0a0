//! Where faces differ.

use std::collections::{BTreeMap, BTreeSet};

use super::surface::{Face, Item, Surface};

/// A sentence for each thing that one face lacks and another has, but for what `may_lack` excuses. Of an operation or
/// a value that is missing as a whole, the parts are not told one by one.
pub(super) fn differences(
    surfaces: &[Surface],
    mut may_lack: impl FnMut(Face, &Item) -> bool,
) -> Vec<String> {
    let all: BTreeSet<&Item> = surfaces.iter().flat_map(|surface| &surface.items).collect();
    let mut messages = Vec::new();
    for item in all {
        let (having, lacking): (Vec<&Surface>, Vec<&Surface>) =
            surfaces.iter().partition(|surface| surface.items.contains(item));
        for surface in lacking {
            let owner_is_missing = item.owner().is_some_and(|owner| !surface.items.contains(&owner));
            // The excuse is asked for in any case, so that it is known which are needed.
            if !may_lack(surface.face, item) && !owner_is_missing {
                let having: Vec<_> = having.iter().map(|surface| surface.face).collect();
                let has = if having.len() == 1 { "has" } else { "have" };
                messages.push(format!("{} lacks {item}, which {} {has}", surface.face, list(&having)));
            }
        }
    }
    messages.extend(parents(surfaces));
    messages
}

/// A sentence for each class of errors that is not everywhere a special case of the same class.
fn parents(surfaces: &[Surface]) -> Vec<String> {
    let mut parents: BTreeMap<&str, BTreeMap<&str, Vec<Face>>> = BTreeMap::new();
    for surface in surfaces {
        for (class, parent) in &surface.parents {
            parents.entry(class).or_default().entry(parent).or_default().push(surface.face);
        }
    }
    let differ = parents.into_iter().filter(|(_, parents)| parents.len() > 1);
    differ
        .map(|(class, parents)| {
            let where_what: Vec<_> =
                parents.iter().map(|(parent, faces)| format!("of `{parent}` in {}", list(faces))).collect();
            format!("the error class `{class}` is a special case {}", where_what.join(" and "))
        })
        .collect()
}

fn list(faces: &[Face]) -> String {
    let names: Vec<_> = faces.iter().map(ToString::to_string).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parity::surface::Kind;

    /// What every face of the fixture has, one thing or more of each kind.
    const ITEMS: [(Kind, &str, &str); 10] = [
        (Kind::Operation, "", "enable_many"),
        (Kind::Operation, "", "call"),
        (Kind::Parameter, "enable_many", "journal"),
        (Kind::Parameter, "call", "action"),
        (Kind::CallOption, "", "timeout"),
        (Kind::ClientOption, "", "region"),
        (Kind::ErrorClass, "", "ServiceError"),
        (Kind::ErrorClass, "", "ThrottledError"),
        (Kind::Value, "", "CamsRoiError"),
        (Kind::Field, "CamsRoiError", "hint"),
    ];

    fn fixture() -> Vec<Surface> {
        Face::ALL
            .map(|face| {
                let mut surface = Surface::new(face);
                surface.items.extend(ITEMS.map(|(kind, of, name)| Item::new(kind, of, name)));
                surface.parents.insert("ThrottledError".to_owned(), "ServiceError".to_owned());
                surface
            })
            .to_vec()
    }

    fn all_differences(surfaces: &[Surface]) -> Vec<String> {
        differences(surfaces, |_, _| false)
    }

    #[test]
    fn faces_that_offer_the_same_do_not_differ() {
        assert!(all_differences(&fixture()).is_empty());
    }

    #[test]
    fn whatever_is_removed_from_any_face_gives_one_message_that_names_face_and_thing() {
        let named = [
            "the operation `enable_many`",
            "the operation `call`",
            "the parameter `journal` of `enable_many`",
            "the parameter `action` of `call`",
            "the call option `timeout`",
            "the client option `region`",
            "the error class `ServiceError`",
            "the error class `ThrottledError`",
            "the value `CamsRoiError`",
            "the field `hint` of `CamsRoiError`",
        ];
        for face in 0..Face::ALL.len() {
            for ((kind, of, name), thing) in ITEMS.into_iter().zip(named) {
                let mut surfaces = fixture();
                let surface = &mut surfaces[face];
                assert!(surface.items.remove(&Item::new(kind, of, name)));
                surface.parents.remove(name);
                // What has parts is removed with them.
                surface.items.retain(|item| item.of != name);
                let others: Vec<_> = Face::ALL.into_iter().filter(|it| *it != Face::ALL[face]).collect();
                let expected = format!("{} lacks {thing}, which {} have", Face::ALL[face], list(&others));
                assert_eq!(all_differences(&surfaces), [expected]);
            }
        }
    }

    #[test]
    fn what_one_face_alone_has_is_lacked_by_each_of_the_others() {
        let mut surfaces = fixture();
        surfaces[0].items.insert(Item::new(Kind::ClientOption, "", "colour"));
        let messages = all_differences(&surfaces);
        assert_eq!(messages.len(), Face::ALL.len() - 1);
        assert_eq!(messages[0], "Python lacks the client option `colour`, which Rust has");
    }

    #[test]
    fn a_class_with_another_parent_is_told_once() {
        let mut surfaces = fixture();
        surfaces[1].parents.insert("ThrottledError".to_owned(), "CamsRoiError".to_owned());
        assert_eq!(
            all_differences(&surfaces),
            [
                "the error class `ThrottledError` is a special case of `CamsRoiError` in Python and of `ServiceError` in \
              Rust, Node, Kotlin, Swift and the command"
            ]
        );
    }

    #[test]
    fn an_excuse_holds_for_its_face_and_its_thing_alone() {
        let mut surfaces = fixture();
        let region = Item::new(Kind::ClientOption, "", "region");
        for surface in &mut surfaces[1..3] {
            surface.items.remove(&region);
        }
        surfaces.truncate(4);
        let excused = differences(&surfaces, |face, item| face == Face::Python && *item == region);
        assert_eq!(excused, ["Node lacks the client option `region`, which Rust and Kotlin have"]);
    }
}
