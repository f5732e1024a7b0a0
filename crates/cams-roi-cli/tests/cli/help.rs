//! Help and man pages.

use crate::support::Run;

const COMMANDS: [&str; 13] = [
    "enable",
    "channels",
    "numbers",
    "templates",
    "metrics",
    "journal",
    "call",
    "policy",
    "doctor",
    "emulator",
    "demo",
    "completions",
    "man",
];

#[test]
fn every_command_explains_itself() {
    let help = Run::new(["--help"]).output().done();
    assert_eq!(help.stderr, "");
    for command in COMMANDS {
        assert!(help.stdout.contains(&format!("\n  {command} ")), "{command}");
        let own = Run::new([command, "--help"]).output().done();
        assert!(own.stdout.contains(&format!("Usage: cams-roi {command}")), "{}", own.stdout);
    }
    let nothing = Run::new([""; 0]).output().exits(2);
    assert!(nothing.stdout.is_empty() && nothing.stderr.contains("Usage: cams-roi"), "{nothing:#?}");
    let version = Run::new(["--version"]).output().done();
    assert_eq!(version.stdout, concat!("cams-roi ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn help_shows_no_secret_of_the_environment() {
    let help = Run::new(["enable", "--help"])
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden-secret")
        .env("ALIBABA_CLOUD_SECURITY_TOKEN", "hidden-token")
        .output()
        .done();
    assert!(!help.stdout.contains("hidden-"), "{}", help.stdout);
}

#[test]
fn there_is_a_man_page_for_every_command() {
    let pages = Run::new(["man"]).output().done().stdout;
    assert!(pages.contains(".TH cams-roi 1"));
    for command in COMMANDS.iter().chain(&["metrics-phone-number", "metrics-template"]) {
        assert!(pages.contains(&format!(".TH cams-roi-{command} 1")), "{command}");
    }
}
