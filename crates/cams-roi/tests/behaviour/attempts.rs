//! How many requests an error says were sent, and how many were.

use std::time::Duration;

use cams_roi::operations::{Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric};
use cams_roi::{CallOptions, ErrorKind};

use crate::scripted::{Reaction, Scripted, error, json};

#[tokio::test(start_paused = true)]
async fn attempts_are_the_requests_that_were_sent() {
    for (reaction, options) in [
        (error(503, "ServiceUnavailable"), CallOptions::new()),
        (error(503, "ServiceUnavailable"), CallOptions::new().timeout(Duration::ZERO)),
        (error(503, "ServiceUnavailable"), CallOptions::new().max_attempts(1)),
        (Reaction::Never, CallOptions::new().timeout(Duration::from_secs(15))),
        (json(400, "{}"), CallOptions::new()),
    ] {
        let service = Scripted::of(vec![reaction]);
        let error =
            service.client().send(&EnableWhatsappRoiMetric::own_channel(), options).await.unwrap_err();
        assert_eq!(error.attempts() as usize, service.count(), "{error}");
    }
    let service = Scripted::of(vec![json(200, "{}")]);
    let error = service.client().send(&Call::new("no name"), CallOptions::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::InvalidArgument, 0));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_cannot_be_read_took_an_attempt() {
    let service =
        Scripted::of(vec![error(503, "ServiceUnavailable"), json(200, r#"{"Code":"OK","Data":[{}]}"#)]);
    let range = (std::time::UNIX_EPOCH, std::time::SystemTime::now());
    let request = GetChatappPhoneNumberMetric::new(range.0, range.1).cust_space_id("cams-1");
    let error = service.client().send(&request, CallOptions::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::UnexpectedResponse, 2));
    assert_eq!(error.cust_space_id(), Some("cams-1"));
}
