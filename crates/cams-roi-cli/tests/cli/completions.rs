//! What a shell offers.

use crate::support::Run;

/// What the command offers for the last word of a line, by the way in which fish asks.
fn offered(line: &str) -> Vec<String> {
    let words = line.split(' ').map(str::to_owned);
    let line = ["--".to_owned()].into_iter().chain(words);
    let ended = Run::new(line).env("CAMS_ROI_COMPLETE", "fish").output().done();
    ended.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn every_shell_has_a_script_that_asks_the_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Run::new(["completions", shell]).output().done().stdout;
        assert!(script.contains("CAMS_ROI_COMPLETE") && script.contains("cams-roi"), "{shell}: {script}");
    }
    let unknown = Run::new(["--", "cams-roi", ""]).env("CAMS_ROI_COMPLETE", "tcsh").output().exits(1);
    assert!(unknown.stderr.contains("tcsh"), "{unknown:#?}");
}

#[test]
fn commands_and_options_are_offered() {
    let commands = offered("cams-roi ");
    for command in ["enable", "metrics", "call", "doctor", "completions"] {
        assert!(commands.iter().any(|it| it.starts_with(&format!("{command}\t"))), "{command}: {commands:?}");
    }
    assert!(offered("cams-roi enable --jour")[0].starts_with("--journal"));
    assert_eq!(offered("cams-roi metrics template --granularity d").len(), 1);
}

#[test]
fn operations_are_offered_by_their_beginning_in_any_case() {
    assert_eq!(offered("cams-roi call QueryMML"), ["QueryMMLActive"]);
    assert_eq!(
        offered("cams-roi call --idempotent listinst"),
        ["ListInstagramPage", "ListInstagramPosts", "ListInstance"]
    );
    assert!(offered("cams-roi call ListNobodyKnows").is_empty());
    let all = offered("cams-roi call ");
    assert_eq!(
        all.iter().filter(|it| !it.starts_with('-')).count(),
        cams_roi::bridge::operation_names().count()
    );
}

#[test]
fn parameters_of_the_operation_are_offered_once() {
    assert_eq!(offered("cams-roi call ListFlowNodeGroup page"), ["PageNo=\trequired", "PageSize=\trequired"]);
    assert_eq!(offered("cams-roi call ListFlowNodeGroup PageNo=1 P"), ["PageSize=\trequired"]);
    assert_eq!(offered("cams-roi call ListFlow Page:={} CustSpaceId=x F"), ["FlowName="]);
    // As bash has the words, which it breaks at `=`.
    assert_eq!(offered("cams-roi call ListFlowNodeGroup PageNo = 1 P"), ["PageSize=\trequired"]);
    assert!(offered("cams-roi call ListNobodyKnows P").is_empty());
}

#[cfg(unix)]
#[test]
fn bash_takes_what_it_is_offered() {
    let command = std::path::Path::new(env!("CARGO_BIN_EXE_cams-roi"));
    let program = "source <(cams-roi completions bash)
        COMP_WORDS=(cams-roi call ListInstance IsB) COMP_CWORD=3 COMP_TYPE=9
        _clap_complete_cams_roi cams-roi IsB ListInstance
        printf '%s|' \"${COMPREPLY[@]}\"";
    let path = format!("{}:/usr/bin:/bin", command.parent().unwrap().display());
    let output = std::process::Command::new("bash")
        .args(["-c", program])
        .env_clear()
        .env("PATH", path)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "IsBind=|", "{output:?}");
}
