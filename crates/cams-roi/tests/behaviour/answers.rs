//! Successes, with every quirk that the service has.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    ButtonType, Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric,
    GetChatappPhoneNumberMetricOutput, GetChatappTemplateMetric, GetChatappTemplateMetricOutput, Granularity,
};
use cams_roi::{CallOptions, Error, ErrorKind};

use crate::scripted::{Reaction, Scripted, json};

fn at(milliseconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds)
}

async fn enabled(reaction: Reaction) -> cams_roi::operations::EnableWhatsappRoiMetricOutput {
    let client = Scripted::of(vec![reaction]).client();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap()
}

async fn phone(body: &str) -> Result<GetChatappPhoneNumberMetricOutput, Error> {
    let client = Scripted::of(vec![json(200, body)]).client();
    client.get_chatapp_phone_number_metric(GetChatappPhoneNumberMetric::new(at(1), at(2)).own_channel()).await
}

async fn template(body: &str) -> Result<GetChatappTemplateMetricOutput, Error> {
    let client = Scripted::of(vec![json(200, body)]).client();
    client.get_chatapp_template_metric(GetChatappTemplateMetric::new("1", at(1), at(2)).own_channel()).await
}

#[tokio::test]
async fn the_documented_samples_of_enable_decode() {
    let sample = enabled(json(
        200,
        "{\"RequestId\":\"608F9CCA-B5EB-3D72-8047-B25D6D75BDEC\\n\",\"Code\":\"OK\",\"Message\":\"None\",\
         \"AccessDeniedDetail\":\"None\"}",
    ))
    .await;
    assert_eq!(sample.request_id.as_deref(), Some("608F9CCA-B5EB-3D72-8047-B25D6D75BDEC"));
    assert_eq!((sample.message, sample.access_denied_detail), (None, None));
    for placeholder in ["无", "/", "None", ""] {
        let body = format!(
            r#"{{"RequestId":"R","Code":"OK","Message":"{placeholder}","AccessDeniedDetail":"{placeholder}"}}"#
        );
        let output = enabled(json(200, &body)).await;
        assert_eq!((output.message, output.access_denied_detail), (None, None), "{placeholder}");
    }
}

#[tokio::test]
async fn success_is_decided_by_the_code_alone() {
    let odd = r#"{"Code":"OK","Message":"User not authorized to operate on the specified resource."}"#;
    let output = enabled(json(500, odd)).await;
    assert!(output.message.unwrap().starts_with("User not authorized"));
    let detail = enabled(json(200, r#"{"Code":"OK","AccessDeniedDetail":{"PolicyType":"X"}}"#)).await;
    assert_eq!(detail.access_denied_detail.unwrap().policy_type.as_deref(), Some("X"));
}

#[tokio::test]
async fn odd_encodings_decode() {
    let body = r#"{"Code":"OK","RequestId":"R","New":{"Field":[1,2,{"Deep":null}]}}"#;
    let output =
        enabled(Reaction::Answer(200, Vec::new(), [b"\xef\xbb\xbf", body.as_bytes()].concat())).await;
    assert_eq!(output.request_id.as_deref(), Some("R"));
    let wrong_type = Reaction::Answer(200, vec![("content-type", "text/html".into())], body.into());
    assert_eq!(enabled(wrong_type).await.request_id.as_deref(), Some("R"));
    let damaged = [br#"{"Code":"OK","RequestId":"R","Message":""#.as_slice(), b"\xff", br#""}"#].concat();
    assert_eq!(
        enabled(Reaction::Answer(200, Vec::new(), damaged)).await.message.as_deref(),
        Some("\u{fffd}")
    );
    let repeated = enabled(json(200, r#"{"Code":"X","Code":"OK","RequestId":"A","RequestId":"B"}"#)).await;
    assert_eq!(repeated.request_id.as_deref(), Some("B"));
    let in_header = enabled(json(200, r#"{"Code":"OK"}"#).with_header("x-acs-request-id", "H")).await;
    assert_eq!(in_header.request_id.as_deref(), Some("H"));
}

#[tokio::test]
async fn the_documented_sample_of_phone_number_metrics_decodes() {
    let sample = r#"{"RequestId":"1612C226-E271-4CFE-9F18-4066D******","Code":"OK","Message":"None","Data":[
        {"SentCount":10,"DeliveredCount":5,"Start":1669619491000,"End":1667196043904,"PhoneNumber":"861380000",
         "Granularity":"DAILY"}],"AccessDeniedDetail":"无"}"#;
    let output = phone(sample).await.unwrap();
    assert_eq!(output.request_id.as_deref(), Some("1612C226-E271-4CFE-9F18-4066D******"));
    let [row] = output.data.as_slice() else { panic!("{output:?}") };
    assert_eq!((row.sent_count, row.delivered_count, row.phone_number.as_str()), (10, 5, "861380000"));
    assert_eq!(row.granularity, Some(Granularity::Daily));
    assert_eq!(
        (row.start, row.end),
        (at(1_669_619_491_000), at(1_667_196_043_904)),
        "rows are kept as they come"
    );
}

#[tokio::test]
async fn the_documented_sample_of_template_metrics_decodes() {
    let sample = r#"{"RequestId":"R","Code":"OK","Message":"None","Data":[{"TemplateCode":"83837774838*****",
        "Language":"en","SentCount":10,"ReadCount":3,"DeliveredCount":6,
        "Cliented":[{"Type":"quick_reply_button","ButtonContent":"回复","Count":20},
            {"Type":"quick_relpy_button"},{"Type":"url_button"},{"Type":"phone_number_button"},
            {"Type":"flow_button","Count":"3"},{"Type":null},{}],
        "Start":1673919240001,"End":1668138331485}],"AccessDeniedDetail":"无"}"#;
    let output = template(sample).await.unwrap();
    let [row] = output.data.as_slice() else { panic!("{output:?}") };
    assert_eq!((row.sent_count, row.delivered_count, row.read_count), (10, 6, 3));
    assert_eq!((row.template_code.as_str(), row.language.as_str()), ("83837774838*****", "en"));
    assert_eq!((row.clicks[0].button_content.as_str(), row.clicks[0].count), ("回复", 20));
    let types: Vec<_> = row.clicks.iter().map(|clicks| clicks.button_type.as_str()).collect();
    let quick = "quick_reply_button";
    assert_eq!(types, [quick, quick, "url_button", "phone_number_button", "flow_button", "", ""]);
    assert_eq!(row.clicks[4].button_type, ButtonType::Other("flow_button".into()));
    assert_eq!(row.clicks[4].count, 3);
}

#[tokio::test]
async fn absent_null_and_empty_data_are_no_rows() {
    for data in ["", r#","Data":null"#, r#","Data":[]"#] {
        let body = format!(r#"{{"Code":"OK","RequestId":"R"{data}}}"#);
        assert_eq!(phone(&body).await.unwrap().data, [], "{data}");
        assert_eq!(template(&body).await.unwrap().data, [], "{data}");
    }
}

#[tokio::test]
async fn numbers_may_be_texts_and_fields_may_be_missing() {
    let body = r#"{"Code":"OK","Data":[{"SentCount":"12","DeliveredCount":7.0,"Start":"1000","End":2000,
        "PhoneNumber":8613800001234,"Granularity":"WEEKLY","New":{}},{"Start":1,"End":2,"SentCount":null}]}"#;
    let rows = phone(body).await.unwrap().data;
    assert_eq!((rows[0].sent_count, rows[0].delivered_count), (12, 7));
    assert_eq!((rows[0].start, rows[0].phone_number.as_str()), (at(1000), "8613800001234"));
    assert_eq!(rows[0].granularity.as_ref().unwrap().as_str(), "WEEKLY");
    assert_eq!((rows[1].sent_count, rows[1].delivered_count, rows[1].phone_number.as_str()), (0, 0, ""));
    let template = template(
        r#"{"Code":"OK","Data":[{"TemplateCode":1100123456789012,"Start":1,"End":2,"Cliented":null,"Language":"z\u0068"}]}"#,
    );
    let row = template.await.unwrap().data.remove(0);
    assert_eq!((row.template_code.as_str(), row.language.as_str()), ("1100123456789012", "zh"));
    assert_eq!(row.clicks, []);
}

#[tokio::test]
async fn rows_that_cannot_be_read_say_why() {
    for (data, reason) in [
        (r#"[{"Start":1}]"#, "missing field `End`"),
        (r#"[{"Start":"soon","End":1}]"#, "\"soon\" is not a whole number"),
        (r#"[{"Start":1,"End":2,"SentCount":1.5}]"#, "1.5 is not a whole number"),
        (r#"[{"Start":1,"End":9223372036854775807}]"#, "9223372036854775807"),
        (r#""rows""#, "invalid type: string \"rows\", expected a sequence"),
        ("{}", "invalid type: map"),
    ] {
        let error = phone(&format!(r#"{{"Code":"OK","RequestId":"R","Data":{data}}}"#)).await.unwrap_err();
        assert_eq!((error.kind(), error.request_id()), (ErrorKind::UnexpectedResponse, Some("R")), "{error}");
        assert!(error.message().contains(reason), "{data}: {error}");
        assert_eq!(error.operation(), Some("GetChatappPhoneNumberMetric"));
    }
}

#[tokio::test]
async fn a_call_by_name_gives_the_answer_as_it_came() {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Total {
        total: u128,
    }
    let body = r#"{"RequestId":"R\n","Code":"OK","Data":[{"InstanceId":"cams-1"}],"Total":340282366920938463463374607431768211455}"#;
    let client = Scripted::of(vec![json(200, body)]).client();
    let answer = client.send(&Call::new("ListInstance"), CallOptions::new()).await.unwrap();
    assert_eq!((answer.text.as_str(), answer.request_id.as_deref()), (body, Some("R")));
    assert_eq!(answer.decode::<Total>().unwrap().total, u128::MAX, "a number is as wide as it came");
    let error = answer.decode::<Vec<u8>>().unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::UnexpectedResponse, Some("ListInstance")));
}
