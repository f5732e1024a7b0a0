//! `demo`.

use crate::support::Run;

#[test]
fn the_demonstration_needs_nothing_and_shows_the_whole_way() {
    let ended = Run::new(["demo"])
        // None of this may have a part in it.
        .env("ALIBABA_CLOUD_ACCESS_KEY_ID", "somebody")
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "something")
        .env("CAMS_ROI_ENDPOINT", "http://127.0.0.1:1")
        .env("HTTP_PROXY", "http://127.0.0.1:1")
        .env("ALL_PROXY", "http://127.0.0.1:1")
        .output()
        .done();
    assert_eq!(ended.stderr, "");
    let text = &ended.stdout;
    assert_eq!(text.matches("  enabled  request ").count(), 3, "{text}");
    assert!(text.contains("\n41 channels enabled\n"), "{text}");
    assert!(text.contains("failed  UnknownResourceOwnerError Unknown.ResourceOwnerId"), "{text}");
    assert!(text.contains("\nhint: Check CustSpaceId"), "{text}");
    for step in 1..=7 {
        assert!(text.contains(&format!("{step}. ")), "{step}: {text}");
    }
    assert!(text.contains("The account has 41 WhatsApp channels"), "{text}");
    assert!(text.contains("phone number") && text.contains("99900000001"), "{text}");
    assert!(text.contains("template code") && text.contains("delivery rate"), "{text}");
    assert!(text.contains("\nall phone numbers: ") && text.contains("\nall templates: "), "{text}");
    assert!(text.contains(", from 287 calls"), "{text}");
    // A month is kept, and a day later a day more; the two days before it had been incomplete.
    assert!(text.contains(": 8323 new, 0 corrected, 0 as they were; 287 queries of 41 channels"), "{text}");
    assert!(text.contains(": 287 new, 574 corrected, "), "{text}");
    let path = text.lines().find(|line| line.ends_with("report.html")).unwrap();
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("delivery fell from 87 % to 3"), "{page}");
    std::fs::remove_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
}
