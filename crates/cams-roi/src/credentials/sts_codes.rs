//! What to do about each error of the Security Token Service.

/// Codes, or the beginning of codes where they end in `*`, and what the user should do. The first that matches wins.
const HINTS: &[(&str, &str)] = &[
    (
        "NoPermission*",
        "the role's trust policy must name this identity, and a policy of the identity must allow sts:AssumeRole on \
         the role.",
    ),
    (
        "Forbidden*",
        "the role's trust policy must name this identity, and a policy of the identity must allow sts:AssumeRole on \
         the role.",
    ),
    ("EntityNotExist.Role*", "check the role's ARN: its account has no such role."),
    (
        "EntityNotExist*",
        "check the ARNs of the role and of the OIDC provider: the account does not have what the message names.",
    ),
    ("InvalidParameter.RoleArn*", "write the role's ARN as acs:ram::<account ID>:role/<role name>."),
    (
        "InvalidParameter.RoleSessionName*",
        "give a role session name of 2 to 64 letters, digits and the characters . @ - _",
    ),
    (
        "InvalidParameter.DurationSeconds*",
        "ask for at least 900 seconds, and no more than the role's maximum session duration.",
    ),
    ("InvalidParameter.Policy*", "give a policy in RAM's JSON form, of at most 2048 characters."),
    ("InvalidParameter.OIDCProviderArn*", "write the ARN as acs:ram::<account ID>:oidc-provider/<name>."),
    (
        "AuthenticationFail.NoPermission*",
        "the role's trust policy must name the OIDC provider and allow the token's issuer, audience and subject.",
    ),
    (
        "AuthenticationFail.*",
        "the OIDC token was not accepted: its issuer and audience must be those of the OIDC provider, and the file \
         must hold a fresh one.",
    ),
    ("InvalidParameter.OIDCToken*", "the file must hold a fresh OIDC token (a JWT) and nothing else."),
];

/// What to do about `code`, where STS means something of its own by it.
pub(super) fn hint(code: &str) -> Option<&'static str> {
    let matches = |pattern: &str| match pattern.strip_suffix('*') {
        Some(beginning) => code.starts_with(beginning),
        None => code == pattern,
    };
    HINTS.iter().find(|(pattern, _)| matches(pattern)).map(|(_, hint)| *hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hint_can_be_reached() {
        for (pattern, expected) in HINTS {
            assert_eq!(
                hint(&pattern.replace('*', "")),
                Some(*expected),
                "{pattern} is hidden by an earlier row"
            );
        }
        assert_eq!(hint("SignatureDoesNotMatch"), None);
    }
}
