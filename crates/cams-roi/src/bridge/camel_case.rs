//! Messages of the core in the words of a language that writes names in camel case.

use super::names::NAMES;

/// A message or a hint with the names of options and parameters in camel case: `max_attempts is 0` becomes `maxAttempts
/// is 0`. What was given, which stands in quotes, stays as it is, and so do parts of paths, addresses and other names.
#[must_use]
pub fn in_camel_case(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_of_name) {
        let (between, from) = rest.split_at(at);
        let (name, after) = from.split_at(from.find(|it| !is_of_name(it)).unwrap_or(from.len()));
        let before = between.chars().next_back();
        // Where nothing is between, this is the beginning of the text.
        let stands_alone = !before.is_some_and(|it| joins(it) || it == '"') && !goes_on(after);
        written.push_str(between);
        if stands_alone && NAMES.binary_search(&name).is_ok() {
            push_camel_case(&mut written, name);
        } else {
            written.push_str(name);
        }
        rest = after;
    }
    written + rest
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// What makes names parts of a longer one: a path, a host, a key.
fn joins(character: char) -> bool {
    matches!(character, '.' | '/' | '-')
}

fn goes_on(after: &str) -> bool {
    let mut characters = after.chars();
    characters.next().is_some_and(joins) && characters.next().is_some_and(is_of_name)
}

fn push_camel_case(written: &mut String, name: &str) {
    let mut words = name.split('_');
    written.push_str(words.next().unwrap_or_default());
    for word in words {
        let mut letters = word.chars();
        written.extend(letters.next().map(|it| it.to_ascii_uppercase()));
        written.push_str(letters.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_be_looked_up_are_sorted() {
        assert!(NAMES.is_sorted(), "{NAMES:?}");
        for name in ["account_id", "cust_space_id", "enable_many", "own_channel", "stop_after_denials"] {
            assert!(NAMES.contains(&name), "{name}");
        }
    }

    #[test]
    fn names_of_options_and_parameters_alone_change() {
        for (text, expected) in [
            ("max_attempts is 0", "maxAttempts is 0"),
            ("Give cust_space_id, or own_channel.", "Give custSpaceId, or ownChannel."),
            ("(user_agent)", "(userAgent)"),
            ("timeout is 0", "timeout is 0"),
            // Parts of other names.
            ("/tmp/account_id cannot be read", "/tmp/account_id cannot be read"),
            ("account_id.csv", "account_id.csv"),
            ("my_account_id, account_id2", "my_account_id, account_id2"),
            ("x-account_id-y", "x-account_id-y"),
            // What was given.
            ("it names \"name\", \"isv_code\"", "it names \"name\", \"isv_code\""),
            // What is no option.
            ("role_arn is missing", "role_arn is missing"),
            ("Größe account_id", "Größe accountId"),
            ("", ""),
        ] {
            assert_eq!(in_camel_case(text), expected);
        }
    }
}
