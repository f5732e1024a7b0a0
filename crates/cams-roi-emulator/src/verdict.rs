//! Whether a call went as a test expects, told by the one who saw it.
//!
//! So that tests in many languages compare by the same rules: they say what they expect, hand in what came out, and
//! get the differences in words.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep};

use crate::invalid_setting::InvalidSetting;
use crate::log::Log;
use crate::pattern::differences;
use crate::seen::Seen;

/// How long requests that are under way are waited for: a client that goes is not seen to be gone at once.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(5);

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// How it should have come out: one key, such as `result` or `error`.
    expect: Map<String, Value>,
    /// How it came out.
    outcome: Map<String, Value>,
    /// What should have been seen of it.
    #[serde(default)]
    seen: Seen,
}

impl Question {
    /// Waits for requests that are under way, and tells every difference.
    pub(crate) async fn answer(self, log: &Log) -> Result<Value, InvalidSetting> {
        if self.expect.len() != 1 {
            return Err(InvalidSetting::new("expect must have one key, such as result or error"));
        }
        let deadline = Instant::now() + PATIENCE;
        let mut entries = log.list();
        while entries.iter().any(|entry| entry.outcome.is_none()) && Instant::now() < deadline {
            sleep(PAUSE).await;
            entries = log.list();
        }
        let mut problems = differences("outcome", &self.expect.into(), &self.outcome.into());
        problems.extend(self.seen.problems(&entries));
        Ok(json!({ "problems": problems }))
    }
}
