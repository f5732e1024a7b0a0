//! Why access was denied, in the two shapes that the service has for it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::outside::Secrets;
use crate::service_text::{text_of, unless_placeholder};

/// The service's `AccessDeniedDetail`: a plain text from the product, an object from the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct AccessDeniedDetail {
    /// The detail as it came: the text, or the object as JSON.
    pub text: String,
    /// Which kind of policy decided, for example `AccountLevelIdentityBasedPolicy`.
    pub policy_type: Option<String>,
    /// The RAM action that was refused.
    pub auth_action: Option<String>,
    /// `SubUser`, `AssumedRoleUser` or `Federated`.
    pub auth_principal_type: Option<String>,
    /// The account to which the identity belongs.
    pub auth_principal_owner_id: Option<String>,
    /// The identity's name or ID.
    pub auth_principal_display_name: Option<String>,
    /// `ImplicitDeny` or `ExplicitDeny`.
    pub no_permission_type: Option<String>,
    /// Decode it with RAM's `DecodeDiagnosticMessage`.
    pub encoded_diagnostic_message: Option<String>,
}

impl AccessDeniedDetail {
    /// Reads either shape; `None` for the placeholders by which the service says that there is no detail.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::String(text) => Self::from_text(text),
            Value::Object(fields) if fields.is_empty() => None,
            Value::Object(fields) => {
                // Gateways of the ROA kind write the names in lower camel case.
                let field = |name: &str| {
                    fields
                        .iter()
                        .find(|(key, _)| key.eq_ignore_ascii_case(name))
                        .and_then(|(_, value)| text_of(value))
                };
                Some(Self {
                    text: value.to_string(),
                    policy_type: field("PolicyType").or_else(|| field("NoPermissionPolicyType")),
                    auth_action: field("AuthAction"),
                    auth_principal_type: field("AuthPrincipalType"),
                    auth_principal_owner_id: field("AuthPrincipalOwnerId"),
                    auth_principal_display_name: field("AuthPrincipalDisplayName"),
                    no_permission_type: field("NoPermissionType"),
                    encoded_diagnostic_message: field("EncodedDiagnosticMessage"),
                })
            }
            other => Some(Self { text: other.to_string(), ..Self::default() }),
        }
    }

    /// The same without the secrets.
    pub(crate) fn redacted(mut self, secrets: &Secrets) -> Self {
        self.text = secrets.redact_owned(self.text);
        for field in [
            &mut self.policy_type,
            &mut self.auth_action,
            &mut self.auth_principal_type,
            &mut self.auth_principal_owner_id,
            &mut self.auth_principal_display_name,
            &mut self.no_permission_type,
            &mut self.encoded_diagnostic_message,
        ] {
            *field = field.take().map(|text| secrets.redact_owned(text));
        }
        self
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let text = unless_placeholder(text)?;
        // Some services put the object's JSON into a string.
        if let Ok(value @ Value::Object(_)) = serde_json::from_str(&text) {
            return Self::from_json(&value);
        }
        Some(Self { text, ..Self::default() })
    }
}
