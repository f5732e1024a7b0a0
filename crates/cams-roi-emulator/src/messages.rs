//! The messages of a channel's numbers, as ListChatappMessage has them.
//!
//! A few a day are shown, of the last days alone: the metrics count many more, but every message falls into a half hour
//! in which they have counted one.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::buckets::DAY_MS;
use crate::call::Call;
use crate::languages::texts;
use crate::mixing::{happens, mix, mix_texts};
use crate::paging::Page;
use crate::refusal::Refusal;
use crate::template::Template;
use crate::templates::Templates;

/// For how many days back from today there are messages.
const DAYS: i64 = 7;
/// How many messages a number has in a day.
const A_DAY: i64 = 12;

/// The page that is asked for of a number's messages, oldest first. There is no total.
pub(crate) fn list(templates: Templates<'_>, now: Timestamp, call: &Call) -> Result<Value, Refusal> {
    let page = Page::of_json(call)?;
    let number = call.parameter("BusinessNumber").unwrap_or_default();
    let is_whatsapp = call.parameter("ChannelType").is_none_or(|kind| kind.eq_ignore_ascii_case("whatsapp"));
    // No message here was sent to a group.
    let is_group = call.parameter("GroupMessageId").is_some();
    if !is_whatsapp || is_group || !templates.channel.phone_numbers.iter().any(|known| known == number) {
        return Ok(json!({ "Data": [] }));
    }
    let sent: Vec<_> = templates.measured().collect();
    let key = mix_texts(templates.population.seed, &["messages", &templates.channel.id, number]);
    let now_ms = now.as_millisecond();
    let today = now_ms.div_euclid(DAY_MS);
    let milliseconds = |name| call.parameter(name).and_then(|text| text.parse::<i64>().ok());
    let time = milliseconds("StartTime").unwrap_or(i64::MIN)..=milliseconds("EndTime").unwrap_or(i64::MAX);
    let messages = ((today - DAYS) * A_DAY..(today + 1) * A_DAY)
        .map(|place| Message::new(key, place, &sent))
        .filter(|message| message.time_ms <= now_ms && time.contains(&message.time_ms))
        .filter(|message| message.is_wanted(call));
    let rows: Vec<Value> = page.of(messages).map(|message| message.row(number)).collect();
    Ok(json!({ "Data": rows }))
}

/// A message to a user, or a user's answer.
struct Message<'a> {
    key: u64,
    time_ms: i64,
    user: String,
    is_answer: bool,
    is_delivered: bool,
    is_read: bool,
    template: Option<(&'a Template, &'a str)>,
}

impl<'a> Message<'a> {
    fn new(key: u64, place: i64, sent: &'a [impl AsRef<Template>]) -> Self {
        let key = mix(key ^ place.cast_unsigned());
        let step = DAY_MS / A_DAY;
        let within = i64::try_from(mix(key ^ 1) % step.cast_unsigned()).unwrap_or_default();
        let is_answer = happens(key ^ 2, 25);
        let is_delivered = happens(key ^ 3, 90);
        let template = (!is_answer).then(|| template(mix(key ^ 4), sent)).flatten();
        Self {
            key,
            time_ms: place * step + within,
            user: format!("9980{:07}", mix(key ^ 5) % 10_000_000),
            is_answer,
            is_delivered: is_answer || is_delivered,
            is_read: is_answer || is_delivered && happens(key ^ 6, 65),
            template,
        }
    }

    fn is_wanted(&self, call: &Call) -> bool {
        let is = |name, value: &str| call.parameter(name).is_none_or(|wanted| wanted == value);
        is("EventAction", self.direction().0)
            && is("MessageStatus", status(true).0)
            && is("ClientAcceptStatus", status(self.is_delivered).0)
            && is("UserNumber", &self.user)
            && is("TemplateCode", self.template.map_or("", |(template, _)| &template.code))
    }

    const fn direction(&self) -> (&'static str, &'static str) {
        if self.is_answer { ("UP", "Received") } else { ("DOWN", "Sent") }
    }

    fn row(&self, number: &str) -> Value {
        let (action, action_name) = self.direction();
        let sent_at = Timestamp::from_millisecond(self.time_ms).unwrap_or_default();
        let written = |format| sent_at.strftime(format).to_string();
        let (message_status, message_status_name) = status(true);
        let language = self.template.map_or("en", |(_, language)| language);
        let text = if self.is_answer { texts(language).reply } else { texts(language).body };
        let mut row = json!({
            "MessageId": format!("{:016x}", self.key),
            "UniqueMessageId": format!("wamid.{:016X}", mix(self.key)),
            "ConversationId": format!("{:016x}", mix(self.key ^ 7)),
            "BusinessNumber": number,
            "UserNumber": self.user,
            "ChannelType": "whatsapp",
            "EventAction": action,
            "EventActionName": action_name,
            "MessageStatus": message_status,
            "MessageStatusName": message_status_name,
            "ClientAcceptStatusName": status(self.is_delivered).1,
            "ClientReadStatus": status(self.is_read).0,
            "ClientReadStatusName": status(self.is_read).1,
            "FailBackFlag": "N",
            "Message": json!({ "text": text }).to_string(),
            "MessageType": if self.is_answer { "TEXT" } else { "TEMPLATE" },
            "MessageTypeName": if self.is_answer { "Text" } else { "Template" },
            "MessageSource": "api",
            "Type": "message",
            "Month": written("%Y%m"),
            "SendTime": written("%Y-%m-%dT%H:%M:%S%.3f+00:00"),
        });
        if let Some((template, language)) = self.template {
            row["TemplateCode"] = template.code.as_str().into();
            row["TemplateName"] = template.shown_name().into();
            row["LanguageCode"] = language.into();
        }
        if !self.is_delivered {
            row["FailReason"] = "131026: Message undeliverable".into();
        }
        row
    }
}

/// A status and its name.
const fn status(is_success: bool) -> (&'static str, &'static str) {
    if is_success { ("success", "Success") } else { ("fail", "Failed") }
}

fn template(random: u64, sent: &[impl AsRef<Template>]) -> Option<(&Template, &str)> {
    let place =
        |length: usize, random: u64| usize::try_from(random % (length.max(1) as u64)).unwrap_or_default();
    let template = sent.get(place(sent.len(), random))?.as_ref();
    let language = template.languages.get(place(template.languages.len(), mix(random)))?;
    Some((template, language))
}
