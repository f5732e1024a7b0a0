//! The operations: what each checks, and what it answers.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::account::{Account, Channel};
use crate::account_book::Accounts;
use crate::call::Call;
use crate::metrics::{Granularity, Query, TooManyRows, Traffic};
use crate::operation::Operation;
use crate::refusal::Refusal;

/// A call whose parameters are right, with what it needs of the account.
#[derive(Debug)]
pub(crate) enum Work {
    Enable {
        account_id: String,
        channel_id: String,
    },
    PhoneNumberMetric {
        channel: Channel,
        query: Query,
        phone_number: Option<String>,
    },
    TemplateMetric {
        channel: Channel,
        query: Query,
        template_code: String,
        language: Option<String>,
    },
    List(Map<String, Value>),
    /// An operation that does nothing here: its sample.
    Sample(&'static str),
}

impl Work {
    /// Checks the parameters, in the service's order.
    pub(crate) fn read(operation: &Operation, call: &Call, account: &Account) -> Result<Self, Refusal> {
        operation.check(call)?;
        check_isv_code(call, account)?;
        let channel = if operation.has_channel() {
            account.channel(call.parameter("CustSpaceId")).ok_or_else(unknown_owner)?
        } else {
            &account.direct_channel
        };
        let text = |name| call.parameter(name).map(str::to_owned);
        Ok(match operation.name {
            "EnableWhatsappROIMetric" => {
                Self::Enable { account_id: account.account_id.clone(), channel_id: channel.id.clone() }
            }
            "GetChatappPhoneNumberMetric" => Self::PhoneNumberMetric {
                channel: channel.clone(),
                query: query(call),
                phone_number: text("PhoneNumber"),
            },
            "GetChatappTemplateMetric" => Self::TemplateMetric {
                channel: channel.clone(),
                query: query(call),
                template_code: text("TemplateCode").unwrap_or_default(),
                language: text("Language"),
            },
            "ListInstance" => Self::List(instances(account)),
            "QueryChatappPhoneNumbers" => Self::List(phone_numbers(channel)),
            _ => Self::Sample(operation.sample),
        })
    }

    /// Does the work and gives the answer's body. `now` is the data's present, and `seed` what the figures derive from.
    pub(crate) fn perform(
        self,
        accounts: &Accounts,
        seed: u64,
        now: Timestamp,
        request_id: &str,
    ) -> Result<Value, Refusal> {
        match self {
            Self::Enable { account_id, channel_id } => {
                let mut book = accounts.write();
                let account = book.account_mut(&account_id).ok_or_else(unknown_owner)?;
                let channel = account.channel_mut(&channel_id).ok_or_else(unknown_owner)?;
                // Enabling again changes nothing.
                channel.enabled_at.get_or_insert(now);
                // The documented sample: its request ID ends in a line feed, and what is absent is "None".
                Ok(json!({
                    "RequestId": format!("{request_id}\n"), "Code": "OK", "Message": "None",
                    "AccessDeniedDetail": "None",
                }))
            }
            Self::PhoneNumberMetric { channel, query, phone_number } => {
                let traffic = Traffic { seed, channel: &channel, now_ms: now.as_millisecond() };
                rows(request_id, traffic.phone_number_rows(&query, phone_number.as_deref()))
            }
            Self::TemplateMetric { channel, query, template_code, language } => {
                let traffic = Traffic { seed, channel: &channel, now_ms: now.as_millisecond() };
                rows(request_id, traffic.template_rows(&query, &template_code, language.as_deref()))
            }
            Self::List(mut fields) => {
                let envelope = [("RequestId", request_id), ("Code", "OK"), ("Message", "None")];
                fields.extend(envelope.map(|(name, value)| (name.to_owned(), value.into())));
                fields.insert("Success".to_owned(), true.into());
                Ok(Value::Object(fields))
            }
            Self::Sample(text) => {
                let mut answer: Value = serde_json::from_str(text).unwrap_or_default();
                answer["RequestId"] = request_id.into();
                Ok(answer)
            }
        }
    }
}

fn rows(request_id: &str, rows: Result<Vec<Value>, TooManyRows>) -> Result<Value, Refusal> {
    match rows {
        // The placeholder of the documented samples.
        Ok(rows) => Ok(json!({
            "RequestId": request_id, "Code": "OK", "Message": "None", "Data": rows, "AccessDeniedDetail": "无",
        })),
        Err(TooManyRows(count)) => Err(Refusal::invalid_parameter(format!(
            "The query has {count} rows, more than {}: ask for a shorter time.",
            crate::metrics::MAX_ROWS
        ))),
    }
}

/// What a call asks whose parameters are right.
fn query(call: &Call) -> Query {
    let milliseconds = |name| call.parameter(name).and_then(|text| text.parse().ok()).unwrap_or_default();
    let granularity = call.parameter("Granularity").and_then(Granularity::from_name);
    Query {
        time: milliseconds("Start")..milliseconds("End"),
        granularity: granularity.unwrap_or(Granularity::Daily),
    }
}

fn check_isv_code(call: &Call, account: &Account) -> Result<(), Refusal> {
    let given = call.parameter("IsvCode");
    if given.is_none() || given == account.isv_code.as_deref() {
        return Ok(());
    }
    let message = "The ISV code does not belong to the current user.";
    Err(Refusal::new(http::StatusCode::FORBIDDEN, "Authentication.NoAuth", message))
}

fn unknown_owner() -> Refusal {
    Refusal::bad_request("Unknown.ResourceOwnerId", "The resource does not belong to the current user.")
}

fn instances(account: &Account) -> Map<String, Value> {
    let channels = std::iter::once(&account.direct_channel).chain(&account.channels);
    let data: Vec<Value> = channels
        .map(|channel| {
            json!({
                "InstanceId": channel.id, "CustSpaceId": channel.id, "InstanceName": channel.id,
                "ChannelType": "whatsapp", "State": "NORMAL",
            })
        })
        .collect();
    Map::from_iter([("TotalCount".to_owned(), data.len().into()), ("Data".to_owned(), data.into())])
}

fn phone_numbers(channel: &Channel) -> Map<String, Value> {
    let numbers: Vec<Value> = channel
        .phone_numbers
        .iter()
        .map(|number| {
            json!({
                "PhoneNumber": number, "VerifiedName": format!("Emulated {number}"),
                "QualityRating": "GREEN", "Status": "CONNECTED",
            })
        })
        .collect();
    Map::from_iter([("PhoneNumbers".to_owned(), numbers.into())])
}
