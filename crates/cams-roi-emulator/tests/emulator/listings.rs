//! The eight operations that list and show what an account has.

use std::collections::{BTreeMap, BTreeSet};

use cams_roi_emulator::{Account, Channel, Emulator, EmulatorOptions, Limits, Template, Timestamp};
use serde_json::{Value, json};

use crate::support::*;

const CHANNEL: (&str, &str) = ("CustSpaceId", "cams-emulator-2");
const MESSAGES: [(&str, &str); 3] = [CHANNEL, ("BusinessNumber", "99900000002"), ("ChannelType", "whatsapp")];

fn noon() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

async fn start_with_many(channels: usize) -> Emulator {
    start_with(EmulatorOptions {
        channels,
        phone_numbers: 3,
        now: Some(noon()),
        limits: Limits::off(),
        ..EmulatorOptions::default()
    })
    .await
}

async fn ask(emulator: &Emulator, action: &str, parameters: &[(&str, &str)]) -> Value {
    let reply = Plan::new(action, parameters).send(emulator).await;
    reply.expect(200, "OK");
    let body = reply.json();
    assert_eq!((&body["Success"], &body["Message"]), (&json!(true), &json!("None")));
    assert_eq!(body["RequestId"], reply.header("x-acs-request-id").unwrap());
    body
}

/// All rows of a listing, by pages of `size`.
async fn all(emulator: &Emulator, action: &str, own: &[(&str, &str)], rows: &str, size: usize) -> Vec<Value> {
    let mut found = Vec::new();
    for index in 1.. {
        let (index, size) = (index.to_string(), size.to_string());
        let page = json!({ "Index": index.parse::<u32>().unwrap(), "Size": size.parse::<u32>().unwrap() });
        let page = page.to_string();
        let two = [("PageIndex", index.as_str()), ("PageSize", size.as_str())];
        let pages = if action == "ListInstance" { &two[..] } else { &[("Page", page.as_str())] };
        let body = ask(emulator, action, &[own, pages].concat()).await;
        let rows = body[rows].as_array().unwrap();
        if rows.is_empty() {
            return found;
        }
        found.extend(rows.iter().cloned());
    }
    unreachable!("a listing ends")
}

fn texts<'a>(rows: &'a [Value], name: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[name].as_str().unwrap()).collect()
}

#[tokio::test]
async fn channels_are_listed_page_by_page() {
    let emulator = start_with_many(120).await;
    let rows = all(&emulator, "ListInstance", &[], "Data", 50).await;
    let ids = texts(&rows, "InstanceId");
    assert_eq!(
        (ids.len(), ids[0], ids[1], ids[120]),
        (121, "cams-emulator-direct", "cams-emulator-1", "cams-emulator-120")
    );
    let body = ask(&emulator, "ListInstance", &[]).await;
    assert_eq!((&body["TotalCount"], body["Data"].as_array().unwrap()), (&json!(121), &rows[..10].to_vec()));
    // What is no page is the first.
    let odd = ask(&emulator, "ListInstance", &[("PageIndex", "0"), ("PageSize", "-10")]).await;
    assert_eq!(odd["Data"], body["Data"]);
    let scripts: BTreeSet<_> = texts(&rows, "CountryId").into_iter().collect();
    assert!(scripts.len() > 8, "{scripts:?}");
    let names = texts(&rows, "InstanceName");
    assert!(names.iter().any(|name| name.is_ascii()) && names.iter().any(|name| !name.is_ascii()));
    assert!(
        rows.iter().all(
            |row| row["State"] == "published" && row["SubmitTime"].as_str().unwrap().starts_with("2024-")
        )
    );
}

#[tokio::test]
async fn channels_are_filtered_and_then_paged() {
    let emulator = start_with_many(200).await;
    let rows = all(&emulator, "ListInstance", &[], "Data", 1000).await;
    for name in ["InstanceId", "InstanceName", "ResourceGroupId", "SubmitTime"] {
        let wanted = rows[77][name].as_str().unwrap();
        let expected: Vec<_> = rows.iter().filter(|row| row[name] == wanted).cloned().collect();
        assert_eq!(all(&emulator, "ListInstance", &[(name, wanted)], "Data", 30).await, expected, "{name}");
        let body = ask(&emulator, "ListInstance", &[(name, wanted)]).await;
        assert_eq!(body["TotalCount"], expected.len());
    }
    let found = all(&emulator, "ListInstance", &[("FilterStr", "emulator-19")], "Data", 10).await;
    assert_eq!(found.len(), 11, "19, and 190 to 199");
    assert!(all(&emulator, "ListInstance", &[("ChannelType", "viber")], "Data", 10).await.is_empty());
    assert_eq!(all(&emulator, "ListInstance", &[("ChannelType", "whatsapp")], "Data", 100).await, rows);
}

#[tokio::test]
async fn a_channel_is_shown_as_it_is_listed() {
    let emulator = start().await;
    let rows = all(&emulator, "ListInstance", &[], "Data", 10).await;
    let detail = ask(&emulator, "QueryInstance", &[("InstanceId", "cams-emulator-2")]).await["Data"].clone();
    for name in [
        "InstanceId",
        "InstanceName",
        "ChannelType",
        "CountryId",
        "ContactMail",
        "FacebookBmId",
        "OfficeAddress",
    ] {
        assert_eq!(detail[name], rows[2][name], "{name}");
    }
    assert_eq!(
        (&detail["CustType"], detail.get("State"), detail.get("CustSpaceId")),
        (&json!("01"), None, None)
    );
    let unknown = Plan::new("QueryInstance", &[("InstanceId", "cams-of-nobody")]);
    unknown.send(&emulator).await.expect(400, "Unknown.ResourceOwnerId");
    Plan::new("QueryInstance", &[]).send(&emulator).await.expect(400, "MissingInstanceId");
}

#[tokio::test]
async fn each_channel_has_numbers_of_its_own() {
    let emulator = start_with_many(30).await;
    let mut seen = BTreeSet::new();
    let mut statuses = BTreeMap::new();
    for channel in 1..=30 {
        let id = format!("cams-emulator-{channel}");
        let body = ask(&emulator, "QueryChatappPhoneNumbers", &[("CustSpaceId", &id)]).await;
        let rows = body["PhoneNumbers"].as_array().unwrap();
        assert_eq!((rows.len(), &rows[0]["Status"]), (3, &json!("CONNECTED")));
        for row in rows {
            assert!(seen.insert(row["PhoneNumber"].as_str().unwrap().to_owned()), "{row}");
            *statuses.entry(row["Status"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
        let connected = [("CustSpaceId", id.as_str()), ("Status", "CONNECTED")];
        let expected: Vec<_> = rows.iter().filter(|row| row["Status"] == "CONNECTED").cloned().collect();
        let found = ask(&emulator, "QueryChatappPhoneNumbers", &connected).await;
        assert_eq!(found["PhoneNumbers"], json!(expected));
    }
    assert!(statuses["CONNECTED"] > 60 && statuses.len() > 1, "{statuses:?}");
}

#[tokio::test]
async fn a_channel_has_one_account_and_a_health() {
    let emulator = start().await;
    let waba = ask(&emulator, "QueryChatappBindWaba", &[CHANNEL]).await["Data"].clone();
    let instance = ask(&emulator, "QueryInstance", &[("InstanceId", CHANNEL.1)]).await["Data"].clone();
    assert_eq!((&waba["Name"], &waba["BusinessId"]), (&instance["InstanceName"], &instance["FacebookBmId"]));
    let id = waba["Id"].as_str().unwrap();
    let health =
        ask(&emulator, "GetWhatsappHealthStatus", &[CHANNEL, ("NodeType", "waba"), ("WabaId", id)]).await;
    assert_eq!(texts(health["Data"]["Entities"].as_array().unwrap(), "EntityType"), ["WABA", "BUSINESS"]);
    assert_eq!(health["Data"]["CanSendMessage"], "AVAILABLE");
    let phone = [CHANNEL, ("NodeType", "phone"), ("PhoneNumber", "99900000002")];
    let health = ask(&emulator, "GetWhatsappHealthStatus", &phone).await["Data"]["Entities"][0].clone();
    assert_eq!((&health["EntityType"], &health["Errors"]), (&json!("PHONE_NUMBER"), &json!([])));
    let foreign = Plan::new("GetWhatsappHealthStatus", &[CHANNEL, ("NodeType", "waba"), ("WabaId", "1")]);
    foreign.send(&emulator).await.expect(400, "Unknown.ResourceOwnerId");
    for unknown in [
        &[("NodeType", "phone"), ("PhoneNumber", "1")][..],
        &[("NodeType", "template"), ("TemplateCode", "1"), ("Language", "xx")],
    ] {
        let health = ask(&emulator, "GetWhatsappHealthStatus", &[&[CHANNEL], unknown].concat()).await;
        assert_eq!(health["Data"]["CanSendMessage"], "BLOCKED");
    }
    let failed = ask(&emulator, "ListChatappTemplate", &[CHANNEL, ("AuditStatus", "fail")]).await;
    let code = failed["ListTemplate"][0]["TemplateCode"].as_str().unwrap();
    let template = [CHANNEL, ("NodeType", "template"), ("TemplateCode", code), ("Language", "en")];
    let health = ask(&emulator, "GetWhatsappHealthStatus", &template).await["Data"].clone();
    assert_eq!(
        (&health["CanSendMessage"], &health["Entities"][0]["Errors"][0]["ErrorCode"]),
        (&json!("BLOCKED"), &json!("141001"))
    );
}

#[tokio::test]
async fn there_are_exactly_as_many_templates_as_the_options_say() {
    let options = EmulatorOptions {
        templates: 4,
        template_languages: 3,
        limits: Limits::off(),
        ..EmulatorOptions::default()
    };
    let emulator = start_with(options).await;
    let rows = all(&emulator, "ListChatappTemplate", &[CHANNEL], "ListTemplate", 4).await;
    let mut counts = BTreeMap::new();
    for row in &rows {
        *counts
            .entry((row["Category"].as_str().unwrap(), row["AuditStatus"].as_str().unwrap()))
            .or_insert(0) += 1;
    }
    let expected = [
        (("AUTHENTICATION", "auditing"), 3),
        (("MARKETING", "fail"), 3),
        (("MARKETING", "pass"), 12),
        (("UTILITY", "pass"), 3),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    let keys: BTreeSet<_> =
        rows.iter().map(|row| (row["TemplateCode"].as_str(), row["Language"].as_str())).collect();
    assert_eq!(keys.len(), rows.len());
    let body = ask(&emulator, "ListChatappTemplate", &[CHANNEL]).await;
    assert_eq!(
        (&body["Total"], body["ListTemplate"].as_array().unwrap()),
        (&json!(21), &rows[..10].to_vec())
    );
    for (name, field) in [
        ("Name", "TemplateName"),
        ("Code", "TemplateCode"),
        ("Language", "Language"),
        ("Category", "Category"),
        ("AuditStatus", "AuditStatus"),
        ("TemplateType", "TemplateType"),
    ] {
        let wanted = rows[7][field].as_str().unwrap();
        let expected: Vec<_> = rows.iter().filter(|row| row[field] == wanted).cloned().collect();
        assert_eq!(
            all(&emulator, "ListChatappTemplate", &[CHANNEL, (name, wanted)], "ListTemplate", 5).await,
            expected,
            "{name}"
        );
    }
    let viber = ask(&emulator, "ListChatappTemplate", &[CHANNEL, ("TemplateType", "VIBER")]).await;
    assert_eq!((&viber["Total"], &viber["ListTemplate"]), (&json!(0), &json!([])));
    for page in [r#"{"Index":0,"Size":1}"#, r#"{"Index":1,"Size":-1}"#] {
        let wrong = Plan::new("ListChatappTemplate", &[CHANNEL, ("Page", page)]);
        wrong.send(&emulator).await.expect(400, "InvalidParameter.PageInvalid");
    }
}

#[tokio::test]
async fn metrics_name_the_buttons_of_the_template_s_detail() {
    let mut account = Account::ready(2);
    account.channels[1].enabled_at = Some(noon() - std::time::Duration::from_secs(3 * 86_400));
    let options = EmulatorOptions {
        accounts: vec![account],
        templates: 9,
        template_languages: 4,
        now: Some(noon()),
        limits: Limits::off(),
        ..EmulatorOptions::default()
    };
    let emulator = start_with(options).await;
    let rows = all(&emulator, "ListChatappTemplate", &[CHANNEL], "ListTemplate", 100).await;
    let mut kinds = BTreeSet::new();
    for row in &rows {
        let field = |name: &str| row[name].as_str().unwrap();
        let (code, language) = (("TemplateCode", field("TemplateCode")), ("Language", field("Language")));
        let detail =
            ask(&emulator, "GetChatappTemplateDetail", &[CHANNEL, code, language]).await["Data"].clone();
        assert_eq!((&detail["Name"], &detail["Category"]), (&row["TemplateName"], &row["Category"]));
        let by_name = [CHANNEL, ("TemplateName", field("TemplateName")), language];
        assert_eq!(ask(&emulator, "GetChatappTemplateDetail", &by_name).await["Data"], detail);
        let window = [("Start", "1"), ("End", "32503680000000")];
        let metrics = Plan::new(TEMPLATE, &[&[CHANNEL, code, language][..], &window].concat())
            .send(&emulator)
            .await
            .json();
        let metrics = metrics["Data"].as_array().unwrap();
        if (field("Category"), field("AuditStatus")) != ("MARKETING", "pass") {
            assert!(metrics.is_empty(), "{row}");
            continue;
        }
        assert_eq!(metrics.len(), 4);
        let components = detail["Components"].as_array().unwrap();
        let buttons =
            components.iter().find(|part| part["Type"] == "BUTTONS").unwrap()["Buttons"].as_array().unwrap();
        let in_metrics = |kind: &str| match kind {
            "URL" => "url_button",
            "QUICK_REPLY" => "quick_relpy_button",
            _ => "phone_number_button",
        };
        let expected: Vec<_> = buttons
            .iter()
            .map(|it| (in_metrics(it["Type"].as_str().unwrap()), it["Text"].as_str().unwrap()))
            .collect();
        for row in metrics {
            let clicks = row["Cliented"].as_array().unwrap();
            let named: Vec<_> = clicks
                .iter()
                .map(|it| (it["Type"].as_str().unwrap(), it["ButtonContent"].as_str().unwrap()))
                .collect();
            assert_eq!(named, expected);
        }
        kinds.insert(format!(
            "{:?}",
            buttons.iter().map(|it| (&it["Type"], &it["IsOptOut"])).collect::<Vec<_>>()
        ));
    }
    assert!(kinds.len() > 2, "{kinds:?}");
    let foreign = [CHANNEL, ("Language", "xx"), ("TemplateCode", rows[0]["TemplateCode"].as_str().unwrap())];
    Plan::new("GetChatappTemplateDetail", &foreign)
        .send(&emulator)
        .await
        .expect(400, "DetailError.TemplateNotExist");
    // Without a name, it is the first.
    let first = ask(&emulator, "GetChatappTemplateDetail", &[CHANNEL, ("Language", "en")]).await;
    assert_eq!(first["Data"]["TemplateCode"], rows[0]["TemplateCode"]);
    let unknown =
        Plan::new("GetChatappTemplateDetail", &[CHANNEL, ("Language", "en"), ("TemplateName", "x")]);
    unknown.send(&emulator).await.expect(400, "DetailError.TemplateNotExist");
}

#[tokio::test]
async fn any_code_is_a_template_s_until_a_channel_lists_its_own() {
    let mut account = Account::ready(2);
    account.channels[1].enabled_at = Some(noon() - std::time::Duration::from_secs(86_400));
    account.channels[0].templates = Some(vec![Template::new("T1")]);
    account.channels[0].enabled_at = account.channels[1].enabled_at;
    let options = EmulatorOptions {
        accounts: vec![account],
        now: Some(noon()),
        limits: Limits::off(),
        ..EmulatorOptions::default()
    };
    let emulator = start_with(options).await;
    let named = [("TemplateCode", "744"), ("Language", "zh_CN")];
    let detail = ask(&emulator, "GetChatappTemplateDetail", &[&[CHANNEL][..], &named].concat()).await;
    let buttons = detail["Data"]["Components"][3]["Buttons"].clone();
    assert_eq!(texts(buttons.as_array().unwrap(), "Text"), ["Open shop", "回复", "Appelez-nous 📞"]);
    let window = [("Start", "1"), ("End", "32503680000000")];
    let metrics = |channel| Plan::new(TEMPLATE, &[&window[..], &named, &[channel]].concat());
    let rows = metrics(CHANNEL).send(&emulator).await.json()["Data"].clone();
    let clicks = rows[0]["Cliented"].as_array().unwrap();
    assert_eq!(texts(clicks, "ButtonContent"), texts(buttons.as_array().unwrap(), "Text"));

    let own = ("CustSpaceId", "cams-emulator-1");
    assert_eq!(metrics(own).send(&emulator).await.json()["Data"], json!([]));
    let unknown = Plan::new("GetChatappTemplateDetail", &[&[own][..], &named].concat());
    unknown.send(&emulator).await.expect(400, "DetailError.TemplateNotExist");
}

#[tokio::test]
async fn a_channel_may_list_its_own_templates_and_numbers() {
    let emulator = start().await;
    let channel = json!({
        "id": "cams-own", "name": "Café Ünal", "phone_numbers": ["9991", "9992"],
        "templates": [
            { "code": "T1", "name": "hello", "languages": ["fr", "xx"] },
            { "code": "T2", "category": "UTILITY", "audit_status": "auditing" },
        ],
        "enabled_at": "2026-01-01T00:00:00Z",
    });
    let patch = json!({ "account_id": "1000000000000001", "channels": [channel] });
    let (status, accounts) = control(&emulator, "POST", "accounts", &patch.to_string()).await;
    assert_eq!(
        (status, &accounts[0]["channels"][0]["templates"][1]["audit_status"]),
        (200, &json!("auditing"))
    );
    let own = ("CustSpaceId", "cams-own");
    let rows = all(&emulator, "ListChatappTemplate", &[own], "ListTemplate", 2).await;
    assert_eq!(
        (texts(&rows, "TemplateCode"), texts(&rows, "TemplateName")),
        (vec!["T1", "T1", "T2"], vec!["hello", "hello", "T2"])
    );
    let instance = ask(&emulator, "QueryInstance", &[("InstanceId", "cams-own")]).await["Data"].clone();
    assert_eq!(instance["InstanceName"], "Café Ünal");
    let numbers = ask(&emulator, "QueryChatappPhoneNumbers", &[own]).await["PhoneNumbers"].clone();
    assert_eq!(texts(numbers.as_array().unwrap(), "PhoneNumber"), ["9991", "9992"]);
    let window = [own, ("Start", "1767225600000"), ("End", "1767312000000")];
    let metrics = |code| Plan::new(TEMPLATE, &[&window[..], &[("TemplateCode", code)]].concat());
    let languages = metrics("T1").send(&emulator).await.json();
    assert_eq!(texts(languages["Data"].as_array().unwrap(), "Language"), ["fr", "xx"]);
    assert_eq!(metrics("T2").send(&emulator).await.json()["Data"], json!([]));
    let unknown = json!({ "account_id": "1", "channels": [{ "id": "c", "templates": [{ "code": "T", "colour": 1 }] }] });
    assert_eq!(control(&emulator, "POST", "accounts", &unknown.to_string()).await.0, 400);
}

#[tokio::test]
async fn messages_are_few_and_can_be_filtered() {
    let emulator = start_with(EmulatorOptions {
        now: Some(noon()),
        limits: Limits::off(),
        ..EmulatorOptions::default()
    })
    .await;
    let rows = all(&emulator, "ListChatappMessage", &MESSAGES, "Data", 10).await;
    assert!((7 * 12..8 * 12).contains(&rows.len()), "{}", rows.len());
    let times = texts(&rows, "SendTime");
    assert!(
        times.is_sorted()
            && times[0].starts_with("2026-02-22T")
            && times.last().unwrap().starts_with("2026-03-01T"),
        "{times:?}"
    );
    let ids: BTreeSet<_> = texts(&rows, "MessageId").into_iter().collect();
    assert_eq!(ids.len(), rows.len());
    assert!(
        ask(
            &emulator,
            "ListChatappMessage",
            &[&MESSAGES[..], &[("Page", r#"{"Index":1,"Size":1}"#)]].concat()
        )
        .await
        .get("Total")
        .is_none()
    );

    let sent = rows.iter().find(|row| row["EventAction"] == "DOWN").unwrap();
    for (name, field) in [
        ("EventAction", "EventAction"),
        ("TemplateCode", "TemplateCode"),
        ("UserNumber", "UserNumber"),
        ("MessageStatus", "MessageStatus"),
    ] {
        let wanted = sent[field].as_str().unwrap();
        let expected: Vec<_> = rows.iter().filter(|row| row[field] == wanted).cloned().collect();
        let found =
            all(&emulator, "ListChatappMessage", &[&MESSAGES[..], &[(name, wanted)]].concat(), "Data", 10)
                .await;
        assert_eq!(found, expected, "{name}");
    }
    let failed = all(
        &emulator,
        "ListChatappMessage",
        &[&MESSAGES[..], &[("ClientAcceptStatus", "fail")]].concat(),
        "Data",
        50,
    )
    .await;
    assert!(!failed.is_empty() && failed.iter().all(|row| row["FailReason"].is_string()));
    let (start, end): (Timestamp, Timestamp) = (times[20].parse().unwrap(), times[29].parse().unwrap());
    let (start, end) = (start.as_millisecond().to_string(), end.as_millisecond().to_string());
    let window = [("StartTime", start.as_str()), ("EndTime", end.as_str())];
    assert_eq!(
        all(&emulator, "ListChatappMessage", &[&MESSAGES[..], &window].concat(), "Data", 3).await,
        rows[20..30]
    );
    for (name, value) in [("BusinessNumber", "1"), ("GroupMessageId", "G"), ("ChannelType", "viber")] {
        let mut plan: Vec<_> = MESSAGES.into_iter().filter(|(known, _)| *known != name).collect();
        plan.push((name, value));
        assert!(all(&emulator, "ListChatappMessage", &plan, "Data", 10).await.is_empty(), "{name}");
    }

    // Each template is one of the channel's.
    let templates =
        all(&emulator, "ListChatappTemplate", &[CHANNEL, ("AuditStatus", "pass")], "ListTemplate", 100).await;
    let known: BTreeSet<_> = templates
        .iter()
        .map(|row| (&row["TemplateCode"], &row["Language"], &row["TemplateName"]))
        .map(|it| format!("{it:?}"))
        .collect();
    for row in rows.iter().filter(|row| row["EventAction"] == "DOWN") {
        let named = format!("{:?}", (&row["TemplateCode"], &row["LanguageCode"], &row["TemplateName"]));
        assert!(known.contains(&named), "{row}");
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_account() {
    let mut seen = Vec::new();
    for seed in [7, 7, 8] {
        let options =
            EmulatorOptions { seed, now: Some(noon()), limits: Limits::off(), ..EmulatorOptions::default() };
        let emulator = start_with(options).await;
        let instances = all(&emulator, "ListInstance", &[], "Data", 10).await;
        let templates = all(&emulator, "ListChatappTemplate", &[CHANNEL], "ListTemplate", 10).await;
        let messages = all(&emulator, "ListChatappMessage", &MESSAGES, "Data", 50).await;
        let waba = ask(&emulator, "QueryChatappBindWaba", &[CHANNEL]).await["Data"].clone();
        seen.push([json!(instances), json!(templates), json!(messages), waba]);
    }
    assert_eq!(seen[0], seen[1]);
    for (part, other) in seen[1].iter().zip(&seen[2]) {
        assert_ne!(part, other);
    }
}

#[tokio::test]
async fn every_operation_refuses_the_channels_of_others() {
    let emulator = start().await;
    let foreign = ("CustSpaceId", "cams-of-nobody");
    for (action, own) in [
        ("QueryChatappPhoneNumbers", &[][..]),
        ("QueryChatappBindWaba", &[]),
        ("ListChatappTemplate", &[]),
        ("GetChatappTemplateDetail", &[("Language", "en")]),
        ("GetWhatsappHealthStatus", &[("NodeType", "waba")]),
        (
            "ListChatappMessage",
            &[("BusinessNumber", "1"), ("ChannelType", "whatsapp"), ("Page", r#"{"Index":1,"Size":1}"#)],
        ),
    ] {
        let reply = Plan::new(action, &[own, &[foreign]].concat()).send(&emulator).await;
        reply.expect(400, "Unknown.ResourceOwnerId");
    }
}

#[tokio::test]
async fn options_that_make_no_sense_are_refused() {
    for options in [
        EmulatorOptions { template_languages: 0, ..EmulatorOptions::default() },
        EmulatorOptions { templates: 10_001, ..EmulatorOptions::default() },
        EmulatorOptions { day_offset_minutes: 45, ..EmulatorOptions::default() },
    ] {
        let error = Emulator::start(options).await.unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    }
    let channel = Channel::new("c").with_template(Template::new("T").in_languages(["de"]));
    assert_eq!(channel.templates.unwrap()[0].languages, ["de"]);
}
