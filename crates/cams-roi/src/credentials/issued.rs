//! Temporary credentials as STS, the metadata server and credentials URIs write them.

use std::time::SystemTime;

use jiff::Timestamp;
use serde::Deserialize;

use super::Credentials;
use super::failure::Reason;
use crate::outside::Secrets;
use crate::text_bytes;

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Issued {
    code: Option<String>,
    access_key_id: Option<String>,
    access_key_secret: Option<String>,
    security_token: Option<String>,
    expiration: Option<String>,
}

impl Issued {
    /// Reads the answer of a metadata server or credentials URI, which says `"Code": "Success"`.
    ///
    /// No error quotes the body: it may hold half of the credentials.
    pub(super) fn read(body: &[u8]) -> Result<Credentials, Reason> {
        let text = text_bytes::read_lossy(body);
        let issued: Self = serde_json::from_str(&text).map_err(|error| not_json(&error))?;
        match issued.code.as_deref() {
            Some("Success") => issued.credentials(),
            Some(code) => {
                Err(format!("the answer's Code is {:?}, not \"Success\"", issued.secrets().excerpt(code))
                    .into())
            }
            None => Err("the answer has no Code: \"Success\" was expected".into()),
        }
    }

    fn secrets(&self) -> Secrets {
        let both = [&self.access_key_secret, &self.security_token];
        both.into_iter().flatten().fold(Secrets::none(), |secrets, it| secrets.and(it.as_str()))
    }

    /// All four fields must be there.
    pub(super) fn credentials(self) -> Result<Credentials, Reason> {
        let secrets = self.secrets();
        let field = |name: &str, value: Option<String>| {
            value.filter(|value| !value.is_empty()).ok_or_else(|| format!("the answer has no {name}"))
        };
        let id = field("AccessKeyId", self.access_key_id)?;
        let secret = field("AccessKeySecret", self.access_key_secret)?;
        let token = field("SecurityToken", self.security_token)?;
        let expiration = field("Expiration", self.expiration)?;
        Ok(Credentials::new(id, secret).with_security_token(token).expiring_at(time(&expiration, &secrets)?))
    }
}

/// What serde says without the text that it says it of.
pub(super) fn not_json(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Data => "not of the expected shape",
        serde_json::error::Category::Eof => "cut off",
        _ => "not JSON",
    };
    format!("the answer is {what} (line {}, column {})", error.line(), error.column())
}

/// A point in time in RFC 3339.
pub(super) fn time(text: &str, secrets: &Secrets) -> Result<SystemTime, Reason> {
    let time = text.parse::<Timestamp>().and_then(SystemTime::try_from);
    time.map_err(|_| {
        let shown = secrets.excerpt(text);
        format!("the expiration {shown:?} is not a time such as 2026-01-31T12:00:00Z").into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"{"Code":"Success","AccessKeyId":"id","AccessKeySecret":"s","SecurityToken":"t",
        "Expiration":"2026-01-31T12:00:00Z","LastUpdated":"2026-01-31T06:00:00Z"}"#;

    #[test]
    fn a_whole_answer_is_read() {
        let expected = Credentials::new("id", "s").with_security_token("t");
        let expected = expected.expiring_at(time("2026-01-31T12:00:00Z", &Secrets::none()).unwrap());
        assert_eq!(Issued::read(WHOLE.as_bytes()), Ok(expected));
    }

    #[test]
    fn each_field_that_is_missing_is_named_and_no_secret_is_quoted() {
        for (from, to, reason) in [
            ("AccessKeyId", "X", "the answer has no AccessKeyId"),
            ("AccessKeySecret", "X", "the answer has no AccessKeySecret"),
            ("SecurityToken", "X", "the answer has no SecurityToken"),
            ("Expiration", "X", "the answer has no Expiration"),
            ("\"Success\"", "\"Failed\"", "the answer's Code is \"Failed\", not \"Success\""),
            ("Code", "X", "the answer has no Code: \"Success\" was expected"),
            (
                "2026-01-31T12:00:00Z",
                "soon",
                "the expiration \"soon\" is not a time such as 2026-01-31T12:00:00Z",
            ),
        ] {
            let reason_given = Issued::read(WHOLE.replacen(from, to, 1).as_bytes()).unwrap_err();
            assert_eq!(reason_given.to_string(), reason);
        }
        for junk in
            ["<html>s-ecret</html>", "{\"Code\":\"Success\",\"AccessKeySecret\":\"s-ecret", "\"s-ecret\""]
        {
            let reason = Issued::read(junk.as_bytes()).unwrap_err().to_string();
            assert!(reason.starts_with("the answer is ") && !reason.contains("s-ecret"), "{reason}");
        }
    }
}
