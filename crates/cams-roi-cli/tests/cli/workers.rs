//! Commands that share one run through Redis, and what the emulator saw of them.

use std::collections::BTreeMap;

use cams_roi_emulator::{EmulatorOptions, Limits, LogEntry};
use serde_json::Value;

use crate::redis_server::RedisServer;
use crate::slow_way::SlowWay;
use crate::support::{Ended, Run, Scratch, Service, Started, id_list, until};

/// A channel that is not the account's: its call fails for good.
pub(crate) const FOREIGN: &str = "cams-of-nobody";

/// Workers with one list and one run.
pub(crate) struct Workers {
    pub(crate) service: Service,
    pub(crate) way: SlowWay,
    pub(crate) files: Scratch,
    pub(crate) channels: usize,
    pub(crate) running: Vec<Started>,
}

impl Workers {
    pub(crate) fn new(channels: usize) -> Self {
        let options = EmulatorOptions { channels, limits: Limits::all(1000), ..EmulatorOptions::default() };
        let service = Service::start(options);
        let way = SlowWay::to(service.emulator.address(), 60);
        let files = Scratch::new();
        files.file("list", id_list(channels));
        Self { service, way, files, channels, running: Vec::new() }
    }

    /// One more channel, whose call fails.
    pub(crate) fn with_foreign(self) -> Self {
        self.files.file("list", format!("{FOREIGN}\n{}", id_list(self.channels)));
        self
    }

    /// A worker that makes so many calls a second.
    pub(crate) fn command(&self, journal: &str, per_second: u32) -> Run {
        let list = self.files.text("list");
        let command =
            self.service.command(["enable", "--from", &list, "--journal", journal, "--output", "json"]);
        let command = command.args(["--rate-limit", &per_second.to_string()]);
        command.env("CAMS_ROI_ENDPOINT", &self.way.url)
    }

    pub(crate) fn start(&mut self, workers: usize, journal: &str, per_second: u32) {
        for _ in 0..workers {
            let worker = self.command(journal, per_second).spawn().read();
            self.running.push(worker);
        }
    }

    pub(crate) fn end(&mut self) -> Vec<Ended> {
        self.running.drain(..).map(Started::end).collect()
    }

    pub(crate) fn calls(&self) -> usize {
        self.service.enabling_calls().len()
    }

    pub(crate) fn have_made(&self, calls: usize) {
        until("so many calls", || self.calls() >= calls);
    }

    /// The calls of each channel, in their order.
    pub(crate) fn calls_of_each(&self) -> BTreeMap<String, Vec<LogEntry>> {
        let mut calls = BTreeMap::<_, Vec<_>>::new();
        for call in self.service.enabling_calls() {
            calls.entry(call.parameters["CustSpaceId"].clone()).or_default().push(call);
        }
        calls
    }

    #[track_caller]
    pub(crate) fn called_each_once(&self, channels: usize) {
        let calls = self.calls_of_each();
        let more: Vec<_> =
            calls.iter().filter(|(_, calls)| calls.len() != 1).map(|(id, it)| (id, it.len())).collect();
        assert!(more.is_empty(), "{more:?}");
        assert_eq!(calls.len(), channels);
    }

    /// None was lost, and none was called after its success was recorded.
    #[track_caller]
    pub(crate) fn called_none_after_its_success(&self, journal: &str) {
        let calls = self.calls_of_each();
        let mut enabled = BTreeMap::new();
        for line in self.exported(journal).lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            if line["status"] == "enabled" {
                let id = line["cust_space_id"].as_str().unwrap().to_owned();
                assert_eq!(enabled.insert(id, line["request_id"].clone()), None, "{line}");
            }
        }
        assert_eq!(enabled.len(), self.channels);
        for (id, request_id) in enabled {
            let last = calls[&id].last().unwrap();
            assert_eq!(last.request_id.as_deref(), request_id.as_str(), "{id}: {:#?}", calls[&id]);
        }
    }

    pub(crate) fn journal(&self, arguments: &[&str]) -> Run {
        self.service.command([&["journal"], arguments].concat())
    }

    pub(crate) fn exported(&self, journal: &str) -> String {
        self.journal(&["export", journal]).output().done().stdout
    }

    pub(crate) fn progress(&self, journal: &str) -> Value {
        self.journal(&["show", journal, "--output", "json"]).output().done().objects().remove(0)
    }
}

/// The run of this name on a server.
pub(crate) fn run_on(redis: &RedisServer, name: &str) -> String {
    format!("{}/1/{name}", redis.url())
}

/// A number that is small, unless the environment says another.
pub(crate) fn number(variable: &str, small: usize) -> usize {
    std::env::var(variable).ok().map_or(small, |text| text.parse().unwrap())
}
