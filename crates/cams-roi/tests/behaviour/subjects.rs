//! Every error says which channel, phone number and template its call was about.

use std::time::{SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Operation,
    Parameters,
};
use cams_roi::transport::Progress;
use cams_roi::{Answer, CallOptions, Error};

use crate::scripted::{Reaction, Scripted, error, json};

async fn error_of<O: Operation>(operation: &O, reaction: Reaction) -> Error
where
    O::Output: std::fmt::Debug,
{
    let client = Scripted::of(vec![reaction]).client();
    client.send(operation, CallOptions::new().max_attempts(1)).await.unwrap_err()
}

fn subject(error: &Error) -> [Option<&str>; 3] {
    [error.cust_space_id(), error.phone_number(), error.template_code()]
}

/// An operation of the caller's own, which says nothing but its parameters.
struct Own;

impl Operation for Own {
    type Output = ();

    fn action(&self) -> &'static str {
        "ListProduct"
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new().required("CustSpaceId", "cams-own")?.required("TemplateCode", "7")
    }

    fn output(&self, _answer: Answer) -> Result<(), Error> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn errors_say_what_the_call_was_about() {
    let failures = || {
        [
            error(400, "Product.Unsubscript"),
            Reaction::Break(Progress::MaybeReceived),
            Reaction::Never,
            json(200, "<html>"),
        ]
    };
    let end = SystemTime::now();
    for failure in failures() {
        let enable = EnableWhatsappRoiMetric::new("cams-1");
        assert_eq!(subject(&error_of(&enable, failure.clone()).await), [Some("cams-1"), None, None]);
        let own = EnableWhatsappRoiMetric::own_channel();
        assert_eq!(subject(&error_of(&own, failure.clone()).await), [None; 3]);
        let number =
            GetChatappPhoneNumberMetric::new(UNIX_EPOCH, end).phone_number("8613").cust_space_id("cams-2");
        assert_eq!(subject(&error_of(&number, failure.clone()).await), [Some("cams-2"), Some("8613"), None]);
        let template = GetChatappTemplateMetric::new("42", UNIX_EPOCH, end).cust_space_id("cams-3");
        assert_eq!(subject(&error_of(&template, failure.clone()).await), [Some("cams-3"), None, Some("42")]);
        let by_name = Call::new("EnableWhatsappROIMetric").parameter("CustSpaceId", "cams-4");
        assert_eq!(subject(&error_of(&by_name, failure.clone()).await), [Some("cams-4"), None, None]);
        let by_name = Call::new("ListX").parameter("PhoneNumber", "8614").parameter("TemplateCode", "43");
        assert_eq!(subject(&error_of(&by_name, failure.clone()).await), [None, Some("8614"), Some("43")]);
        assert_eq!(subject(&error_of(&Own, failure).await), [Some("cams-own"), None, Some("7")]);
    }
}

#[tokio::test]
async fn refusals_say_it_too() {
    let backwards =
        GetChatappTemplateMetric::new("42", SystemTime::now(), UNIX_EPOCH).cust_space_id("cams-3");
    let refused = error_of(&backwards, error(500, "never asked")).await;
    assert_eq!(subject(&refused), [Some("cams-3"), None, Some("42")]);
    let twice = Call::new("ListX").parameter("CustSpaceId", "cams-5").parameter("A b", "");
    assert_eq!(subject(&error_of(&twice, error(500, "never asked")).await), [Some("cams-5"), None, None]);
    let empty = GetChatappTemplateMetric::new("", UNIX_EPOCH, SystemTime::now());
    assert_eq!(subject(&error_of(&empty, error(500, "never asked")).await), [None; 3]);
}

#[tokio::test]
async fn machines_read_it() {
    let call = GetChatappPhoneNumberMetric::new(UNIX_EPOCH, SystemTime::now())
        .phone_number("8613")
        .cust_space_id("cams-2");
    let json = serde_json::to_value(error_of(&call, error(400, "X")).await).unwrap();
    assert_eq!(json["cust_space_id"], "cams-2");
    assert_eq!(json["phone_number"], "8613");
    assert_eq!(json["template_code"], serde_json::Value::Null);
    assert_eq!(json["detail"], serde_json::Value::Null);
}
