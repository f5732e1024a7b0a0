//! Text from outside: what the service, a proxy, a program or the system wrote, made fit to be shown.
//!
//! Whatever ends up in an error or a log goes through here: secrets are taken out first, and only then is anything cut,
//! because half of a secret cannot be recognised any more.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::access_key::Credentials;
use crate::secret::Secret;
use crate::signature::percent_encode;

/// How much of an unexpected text an error shows.
const EXCERPT_CHARACTERS: usize = 200;
/// So many characters of a secret in a row are taken for a part of it.
const FRAGMENT: usize = 8;
/// What is shorter is part of every other word, and no secret.
const SHORTEST: usize = 4;
const HIDDEN: &str = "***";

/// What no text may show.
#[derive(Clone, Default)]
pub(crate) struct Secrets(Vec<Secret>);

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl Secrets {
    /// Nothing that is known: the text is only made fit for a line.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// The secret and the security token.
    pub(crate) fn of(credentials: &Credentials) -> Self {
        let both = [Some(credentials.access_key_secret()), credentials.security_token()];
        Self(both.into_iter().flatten().cloned().collect())
    }

    /// Another secret besides.
    pub(crate) fn and(mut self, secret: impl Into<Secret>) -> Self {
        self.0.push(secret.into());
        self
    }

    /// The text without any of the secrets, whole or in parts of eight characters and more, in whatever form they were
    /// written: as they are, percent-encoded, escaped for JSON or HTML, in Base64 or hexadecimal. Of a secret that is made
    /// of words, as the emulator's is, only the whole goes: its parts stand in every other text.
    pub(crate) fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        // The forms of a secret take longer to make than all else of a call, and the answers to most calls hold
        // nothing but an ID that could be searched.
        let alone = text.trim();
        if alone.len() < SHORTEST || is_uuid(alone) {
            return Cow::Borrowed(text);
        }
        let mut hidden = vec![false; text.len()];
        for secret in self.0.iter().filter(|secret| secret.expose().len() >= SHORTEST) {
            let is_random = is_random(secret.expose());
            for form in forms(secret.expose()) {
                let length = if is_random { FRAGMENT.min(form.len()) } else { form.len() };
                hide(text.as_bytes(), form.as_bytes(), length, &mut hidden);
            }
        }
        if !hidden.contains(&true) {
            return Cow::Borrowed(text);
        }
        let mut redacted = String::with_capacity(text.len());
        let mut was_hidden = false;
        for (index, character) in text.char_indices() {
            match (hidden[index], was_hidden) {
                (true, false) => redacted.push_str(HIDDEN),
                (true, true) => {}
                (false, _) => redacted.push(character),
            }
            was_hidden = hidden[index];
        }
        Cow::Owned(redacted)
    }

    /// The same of a text that is nobody else's: it stays as it is where it holds nothing secret.
    pub(crate) fn redact_owned(&self, text: String) -> String {
        match self.redact(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(redacted) => redacted,
        }
    }

    /// The beginning of the text on one line, without the secrets.
    pub(crate) fn excerpt(&self, text: &str) -> String {
        let line = one_line(&self.redact(text));
        match line.char_indices().nth(EXCERPT_CHARACTERS) {
            _ if line.is_empty() => "(an empty body)".to_owned(),
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    }
}

/// Whether the text is an ID as the service gives them, and no room for anything else.
fn is_uuid(text: &str) -> bool {
    let is_fitting = |(index, byte): (usize, u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(is_fitting)
}

/// White space and control characters as single blanks.
fn one_line(text: &str) -> String {
    let is_gap = |it: char| it.is_whitespace() || it.is_control();
    text.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether no part of it is likely to stand in a text by chance: those of the service mix all three.
fn is_random(secret: &str) -> bool {
    let kinds: [fn(&u8) -> bool; 3] = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    kinds.into_iter().all(|kind| secret.as_bytes().iter().any(kind))
}

/// Marks every run of `text` that is a part of `form` of at least `length` bytes.
fn hide(text: &[u8], form: &[u8], length: usize, hidden: &mut [bool]) {
    if length == 0 || text.len() < length {
        return;
    }
    let parts: HashSet<&[u8]> = form.windows(length).collect();
    for (start, part) in text.windows(length).enumerate() {
        if parts.contains(part) {
            hidden[start..start + length].fill(true);
        }
    }
}

/// How a secret may look in what others write.
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let mut forms = vec![Zeroizing::new(secret.to_owned())];
    let once = Zeroizing::new(percent_encode(secret));
    let twice = Zeroizing::new(percent_encode(&once));
    for encoded in [&once, &twice] {
        forms.push(Zeroizing::new(lower_case_escapes(encoded)));
        forms.push(encoded.clone());
    }
    let escapes: [fn(char) -> String; 5] = [
        |it| format!("\\{it}"),
        |it| format!("\\u{:04x}", u32::from(it)),
        |it| format!("\\u{:04X}", u32::from(it)),
        |it| format!("&#{};", u32::from(it)),
        |it| format!("&#x{:X};", u32::from(it)),
    ];
    for escape in escapes {
        forms.push(Zeroizing::new(escaped(secret, escape)));
    }
    // A secret within a longer text, such as `user:password`, looks otherwise by where in a group of three it begins.
    for offset in 0..3 {
        let shifted = Zeroizing::new([&[0; 3][..offset], secret.as_bytes()].concat());
        for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
            let encoded = Zeroizing::new(engine.encode(&*shifted));
            // What neighbours have a part in, at either end, is not the secret's alone.
            let begin = [0, 2, 3][offset];
            let end = encoded.len().saturating_sub(usize::from(shifted.len() % 3 != 0));
            if end >= begin + FRAGMENT {
                forms.push(Zeroizing::new(encoded[begin..end].to_owned()));
            }
        }
    }
    if secret.len() >= FRAGMENT {
        let hex = |upper: bool| {
            secret.bytes().map(|it| if upper { format!("{it:02X}") } else { format!("{it:02x}") }).collect()
        };
        forms.extend([Zeroizing::new(hex(false)), Zeroizing::new(hex(true))]);
    }
    forms.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    forms.dedup();
    forms
}

fn escaped(secret: &str, escape: fn(char) -> String) -> String {
    let one = |it: char| if it.is_ascii_alphanumeric() { it.to_string() } else { escape(it) };
    secret.chars().map(one).collect()
}

/// `%2F` as `%2f`, and nothing else.
fn lower_case_escapes(encoded: &str) -> String {
    let mut left = 0;
    let one = |it: char| {
        let lowered = if left > 0 { it.to_ascii_lowercase() } else { it };
        left = if it == '%' { 2 } else { left.max(1) - 1 };
        lowered
    };
    encoded.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "q7+Xb/Zt9=Lw4Kp2";

    #[test]
    fn every_form_of_a_secret_goes() {
        let secrets = Secrets::none().and(SECRET);
        let base64 = |text: String| STANDARD_NO_PAD.encode(text);
        for form in [
            SECRET.to_owned(),
            percent_encode(SECRET),
            percent_encode(SECRET).to_lowercase().replace("xb", "Xb").replace("zt", "Zt"),
            percent_encode(&percent_encode(SECRET)),
            "q7+Xb\\/Zt9=Lw4Kp2".to_owned(),
            "q7\\u002bXb\\u002fZt9\\u003dLw4Kp2".to_owned(),
            "q7&#x2B;Xb&#x2F;Zt9&#x3D;Lw4Kp2".to_owned(),
            base64(SECRET.to_owned()),
            base64(format!("u:{SECRET}")),
            base64(format!("us:{SECRET}")),
            base64(format!("use:{SECRET}")),
            SECRET.bytes().flat_map(|it| format!("{it:02x}").into_bytes()).map(char::from).collect(),
        ] {
            let redacted = secrets.redact_owned(format!("before {form} after"));
            assert!(redacted.starts_with("before ") && redacted.ends_with(" after"), "{form}: {redacted}");
            assert!(redacted.contains(HIDDEN), "{form}: {redacted}");
            for part in form.as_bytes().windows(FRAGMENT + 4) {
                let part = std::str::from_utf8(part).unwrap();
                assert!(!redacted.contains(part), "{part} of {form} shows in {redacted}");
            }
        }
    }

    #[test]
    fn parts_go_and_what_is_shorter_stays() {
        let secrets = Secrets::none().and(SECRET);
        assert_eq!(secrets.redact("it ends in q7+Xb/Zt"), "it ends in ***");
        assert_eq!(secrets.redact("9=Lw4Kp2 begins it"), "*** begins it");
        assert_eq!(secrets.redact("Lw4Kp2"), "Lw4Kp2");
        assert_eq!(secrets.redact("ünchanged"), "ünchanged");
        let words = Secrets::none().and("emulator-access-key-secret");
        assert_eq!(
            words.redact("emulator-access-key-id emulator-access-key-secret"),
            "emulator-access-key-id ***"
        );
        assert_eq!(Secrets::none().and("pass").redact("a pass b"), "a *** b");
        assert_eq!(Secrets::none().and("a").and("").redact("a pass"), "a pass");
    }

    #[test]
    fn it_is_cut_after_it_is_redacted() {
        let secrets = Secrets::none().and(SECRET);
        let text = format!("{} {SECRET} {}", "x".repeat(190), "y".repeat(900));
        let excerpt = secrets.excerpt(&text);
        assert!(excerpt.contains("*** yyyyy") && excerpt.ends_with('…'), "{excerpt}");
        assert_eq!(excerpt.chars().count(), EXCERPT_CHARACTERS + 1);
        assert_eq!(secrets.excerpt(" a\r\n\tb\u{7} c "), "a b c");
        assert_eq!(secrets.excerpt("\n"), "(an empty body)");
    }
}
