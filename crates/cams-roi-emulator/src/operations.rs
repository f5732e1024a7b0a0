//! The operations: what each answers.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::account::{Account, Channel};
use crate::account_book::AccountBook;
use crate::buckets::{Granularity, Query};
use crate::call::Call;
use crate::metrics::{MAX_ROWS, TooManyRows, Traffic};
use crate::operation::Operation;
use crate::population::Population;
use crate::refusal::Refusal;
use crate::templates::Templates;
use crate::{health, instances, messages, phone_numbers, template_detail, template_list, waba};

/// A call whose signature, limit and permission are right, and what it is answered from.
pub(crate) struct Asked<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) call: &'a Call,
    pub(crate) account: &'a Account,
    pub(crate) book: &'a AccountBook,
    pub(crate) population: &'a Population,
    /// The data's present.
    pub(crate) now: Timestamp,
    pub(crate) request_id: &'a str,
}

/// What comes of a call whose parameters are right.
pub(crate) enum Reply {
    /// The answer's body.
    Body(Value),
    /// A channel is to be enabled.
    Enable { account_id: String, channel_id: String },
}

impl Asked<'_> {
    /// Checks the parameters, in the service's order, and answers.
    pub(crate) fn reply(&self) -> Result<Reply, Refusal> {
        self.operation.check(self.call)?;
        self.check_isv_code()?;
        let account_id = &self.account.account_id;
        let named = self.operation.has_channel().then(|| self.call.parameter("CustSpaceId")).flatten();
        let channel = self.book.channel(account_id, named).ok_or_else(Refusal::unknown_owner)?;
        let population = self.population;
        let templates = Templates { population, channel };
        let fields = match self.operation.name {
            "EnableWhatsappROIMetric" => {
                return Ok(Reply::Enable { account_id: account_id.clone(), channel_id: channel.id.clone() });
            }
            "GetChatappPhoneNumberMetric" => {
                let number = self.call.parameter("PhoneNumber");
                data(self.traffic(channel).phone_number_rows(&self.query(), number))?
            }
            "GetChatappTemplateMetric" => {
                let code = self.call.parameter("TemplateCode").unwrap_or_default();
                let language = self.call.parameter("Language");
                data(self.traffic(channel).template_rows(&self.query(), code, language))?
            }
            "ListInstance" => succeeded(instances::list(self.account, population, self.call)),
            "QueryInstance" => {
                let id = self.call.parameter("InstanceId");
                let channel = self.book.channel(account_id, id).ok_or_else(Refusal::unknown_owner)?;
                succeeded(instances::detail(channel, population))
            }
            "QueryChatappPhoneNumbers" => succeeded(phone_numbers::list(channel, population, self.call)),
            "QueryChatappBindWaba" => succeeded(waba::detail(channel, population)),
            "ListChatappTemplate" => succeeded(template_list::list(templates, self.call)?),
            "GetChatappTemplateDetail" => succeeded(template_detail::detail(templates, self.call)?),
            "GetWhatsappHealthStatus" => succeeded(health::status(templates, self.call)?),
            "ListChatappMessage" => succeeded(messages::list(templates, self.now, self.call)?),
            _ => {
                // It does nothing here: its sample.
                let mut answer: Value = serde_json::from_str(self.operation.sample).unwrap_or_default();
                answer["RequestId"] = self.request_id.into();
                return Ok(Reply::Body(answer));
            }
        };
        let mut body =
            Map::from_iter([("RequestId", self.request_id.into()), ("Code", "OK".into())].map(named_value));
        body.extend(fields);
        Ok(Reply::Body(body.into()))
    }

    fn traffic<'t>(&'t self, channel: &'t Channel) -> Traffic<'t> {
        Traffic { population: self.population, channel, now_ms: self.now.as_millisecond() }
    }

    /// What a call for metrics asks whose parameters are right.
    fn query(&self) -> Query {
        let milliseconds =
            |name| self.call.parameter(name).and_then(|text| text.parse().ok()).unwrap_or_default();
        let granularity = self.call.parameter("Granularity").and_then(Granularity::from_name);
        Query {
            time: milliseconds("Start")..milliseconds("End"),
            granularity: granularity.unwrap_or(Granularity::Daily),
        }
    }

    fn check_isv_code(&self) -> Result<(), Refusal> {
        let given = self.call.parameter("IsvCode");
        if given.is_none() || given == self.account.isv_code.as_deref() {
            return Ok(());
        }
        let message = "The ISV code does not belong to the current user.";
        Err(Refusal::new(http::StatusCode::FORBIDDEN, "Authentication.NoAuth", message))
    }
}

/// What the metrics answer beside the envelope. The placeholders are those of the documented samples.
fn data(rows: Result<Vec<Value>, TooManyRows>) -> Result<Map<String, Value>, Refusal> {
    match rows {
        Ok(rows) => Ok(Map::from_iter(
            [("Message", "None".into()), ("Data", rows.into()), ("AccessDeniedDetail", "无".into())]
                .map(named_value),
        )),
        Err(TooManyRows(count)) => Err(Refusal::invalid_parameter(format!(
            "The query has {count} rows, more than {MAX_ROWS}: ask for a shorter time."
        ))),
    }
}

/// An answer of the other operations: an object, whose fields come beside those that say that it succeeded.
fn succeeded(mut answer: Value) -> Map<String, Value> {
    let mut fields = answer.as_object_mut().map(std::mem::take).unwrap_or_default();
    let words = [("Message", json!("None")), ("AccessDeniedDetail", json!("None")), ("Success", json!(true))];
    fields.extend(words.map(named_value));
    fields
}

fn named_value((name, value): (&str, Value)) -> (String, Value) {
    (name.to_owned(), value)
}
