use anyhow::Result;

use super::circles;

fn found(files: &[(&str, &str)]) -> Result<Vec<String>> {
    let read = |name: &str| files.iter().find(|(it, _)| *it == name).map(|(_, text)| (*text).to_owned());
    circles("src/lib.rs", &read)
}

/// The circles of a crate with the modules `a` and `b`.
fn of_two(a: &str, b: &str) -> Vec<String> {
    found(&[("src/lib.rs", "mod a;\nmod b;"), ("src/a.rs", a), ("src/b.rs", b)]).unwrap()
}

#[test]
fn a_circle_is_named_with_its_files_and_lines() {
    let circle = "  a circle of 2 files:
    src/a.rs needs src/b.rs
      line 1: crate::b::B
      line 4: super::b::other
    src/b.rs needs src/a.rs
      line 2: crate::a::A";
    let a = "use crate::b::B;\npub struct A(B);\nfn f() {\n    super::b::other();\n}";
    let b = "\nuse crate::a::A;\npub struct B(Box<A>);\npub fn other() {}";
    assert_eq!(of_two(a, b), [circle]);
}

#[test]
fn what_only_goes_one_way_is_no_circle() {
    assert!(of_two("use crate::b::B;\npub struct A(B);", "pub struct B;").is_empty());
}

#[test]
fn every_way_to_write_a_path_is_seen() {
    let b = "use crate::a::A;\npub struct B(A);\npub fn make() {}\npub mod inner { pub struct C; }";
    for a in [
        "pub struct A(crate::b::B);",
        "use super::b;\npub struct A;\nfn f() { b::make() }",
        "use super::b::{self as other};\npub struct A;\nfn f() { other::make() }",
        "pub struct A;\nfn f() { use crate::b::B; }",
        "use crate::b::*;\npub struct A;\nfn f() { make::<u8>() }",
        "pub struct A;\nfn f() { println!(\"{}\", crate::b::make()) }",
        "pub struct A;\n#[allow(x(crate::b::make))]\nfn f() {}",
        "pub struct A;\nimpl From<crate::b::inner::C> for A {}",
        "use crate::b::{inner::C, B};\npub struct A;",
    ] {
        assert_eq!(of_two(a, b).len(), 1, "{a}");
    }
}

#[test]
fn names_are_followed_to_the_file_that_defines_them() {
    let files = |c: &'static str| {
        [
            ("src/lib.rs", "mod both;\npub use both::One;"),
            ("src/both/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::Two as Second;"),
            ("src/both/one.rs", "use super::Second;\npub struct One(Second);"),
            ("src/both/two.rs", c),
        ]
    };
    assert!(found(&files("pub struct Two;")).unwrap().is_empty());
    // Through three of them: the alias of the root, the alias of the folder, the module's own name.
    for two in ["use crate::One;", "use crate::both::One;", "use super::one::One;"] {
        let text = format!("{two}\npub struct Two(Box<One>);").leak();
        let circles = found(&files(text)).unwrap();
        assert_eq!(circles.len(), 1, "{two}");
        assert!(circles[0].contains("src/both/one.rs needs src/both/two.rs"), "{}", circles[0]);
    }
}

#[test]
fn what_a_folder_uses_of_a_name_that_it_passes_on_counts() {
    let folder = |own: &str| -> Vec<String> {
        let text = format!("mod one;\npub use one::One;\npub struct Shared;\n{own}");
        found(&[
            ("src/lib.rs", "mod both;"),
            ("src/both/mod.rs", &text),
            ("src/both/one.rs", "use super::Shared;\npub struct One(Shared);"),
        ])
        .unwrap()
    };
    assert!(folder("").is_empty());
    assert_eq!(folder("pub fn make() -> One { loop {} }").len(), 1);
    assert_eq!(folder("pub fn make() { one::start() }\n").len(), 0, "no such name: another macro's");
    assert_eq!(folder("pub fn make() -> one::One { loop {} }").len(), 1);
}

#[test]
fn tests_may_use_what_they_want() {
    let a = "pub struct A;\n#[cfg(test)]\nmod tests { use crate::b::B; }\n#[cfg(test)]\nuse crate::b::B;\n\
             #[cfg(all(test, unix))]\nfn f(b: crate::b::B) {}\nimpl A { #[cfg(test)] fn f(b: crate::b::B) {} }";
    let b = "use crate::a::A;\npub struct B(A);";
    assert!(of_two(a, b).is_empty());
    assert_eq!(of_two(&a.replace("all(test", "any(test"), b).len(), 1);
}

#[test]
fn a_path_that_cannot_be_followed_is_said() {
    for a in ["use crate::c::C;", "pub use crate::b::C;", "fn f() { super::g() }"] {
        let files = [("src/lib.rs", "mod a;\nmod b;"), ("src/a.rs", a), ("src/b.rs", "")];
        let error = found(&files).unwrap_err().to_string();
        assert!(error.contains("src/a.rs:1 "), "{error}");
    }
    let elsewhere = found(&[("src/lib.rs", "#[path = \"x.rs\"]\nmod a;")]).unwrap_err().to_string();
    assert!(elsewhere.contains("src/lib.rs:2 "), "{elsewhere}");
    let missing = found(&[("src/lib.rs", "mod a;")]).unwrap_err().to_string();
    assert!(missing.contains("src/a/mod.rs"), "{missing}");
}

#[test]
fn circles_apart_are_named_apart() {
    let files = [
        ("src/lib.rs", "mod a;\nmod b;\nmod c;\nmod d;"),
        ("src/a.rs", "pub struct A(crate::b::B);"),
        ("src/b.rs", "pub struct B(crate::a::A, crate::c::C);"),
        ("src/c.rs", "pub struct C(crate::d::D);"),
        ("src/d.rs", "pub struct D(crate::c::C);"),
    ];
    let circles = found(&files).unwrap();
    assert_eq!(circles.len(), 2);
    assert!(!circles[0].contains("src/c.rs") && !circles[1].contains("src/b.rs"), "{circles:?}");
}
