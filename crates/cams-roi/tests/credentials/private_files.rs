//! Files with secrets in them.
#![cfg(unix)]

use std::io::Write;
use std::sync::{Arc, Mutex};

use cams_roi::Credentials;
use cams_roi::credentials::{
    AssumeRoleCredentials, CachedCredentials, CallbackCredentials, CliProfileCredentials,
    CredentialsUriCredentials, ExternalCredentials, ProfileFileCredentials, ProvideCredentials,
};

use crate::surroundings::{Surroundings, set_mode};

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

async fn logged(around: &Surroundings, provider: impl ProvideCredentials) -> String {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _until_dropped = tracing::subscriber::set_default(subscriber);
    around.ask(provider).await.unwrap();
    String::from_utf8(std::mem::take(&mut *log.0.lock().unwrap())).unwrap()
}

#[tokio::test]
async fn a_file_that_everybody_can_read_is_warned_about() {
    let around = Surroundings::nothing();
    let cli = r#"{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"i","access_key_secret":"hush"}]}"#;
    let ini = "[default]\ntype = access_key\naccess_key_id = i\naccess_key_secret = hush\n";
    for (name, text) in [(".aliyun/config.json", cli), (".alibabacloud/credentials", ini)] {
        let path = around.write(name, text);
        let ask = async || match name {
            ".aliyun/config.json" => logged(&around, CliProfileCredentials::default()).await,
            _ => logged(&around, ProfileFileCredentials::default()).await,
        };
        assert_eq!(ask().await, "", "only its owner can read it");
        set_mode(&path, 0o644);
        let warned = ask().await;
        let path = path.display();
        assert!(
            warned.contains(&format!("{path} holds credentials and can be read by every user")),
            "{warned}"
        );
        assert!(
            warned.contains("(mode 644)") && warned.contains(&format!("run `chmod 600 {path}`")),
            "{warned}"
        );
        assert!(!warned.contains("hush"));
    }
}

#[test]
fn no_debug_form_of_a_provider_shows_a_secret() {
    let source = Credentials::new("id", "hush").with_security_token("hush");
    let shown = [
        format!("{:#?}", AssumeRoleCredentials::new(source.clone(), "arn")),
        format!("{:#?}", CredentialsUriCredentials::new("http://127.0.0.1/?key=hush")),
        format!("{:#?}", ExternalCredentials::new("program --password hush")),
        format!("{:#?}", CachedCredentials::new(source.clone())),
        format!(
            "{:#?}",
            CallbackCredentials::new(move || {
                let source = source.clone();
                async { Ok::<_, String>(source) }
            })
        ),
    ];
    assert!(shown.iter().all(|text| text.contains("Credentials") && !text.contains("hush")), "{shown:?}");
}
