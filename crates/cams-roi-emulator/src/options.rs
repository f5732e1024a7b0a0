//! What an emulator starts with.

use jiff::Timestamp;

use crate::account::Account;
use crate::certificate::ServerCertificate;
use crate::fault_rule::FaultRule;
use crate::population::Population;
use crate::rate::Limits;

/// What an emulator starts with, and goes back to on a reset.
#[derive(Clone, Debug)]
pub struct EmulatorOptions {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// What everything is derived from that is made up: the same seed gives the same account and metrics.
    pub seed: u64,
    /// How many channels the default account has. Without effect where `accounts` are given.
    pub channels: usize,
    /// How many phone numbers each of these channels has. Without effect where `accounts` are given.
    pub phone_numbers: usize,
    /// How many marketing templates that passed the review each channel has that lists no templates of its own. Beside
    /// them it has a few others.
    pub templates: usize,
    /// In how many languages each of these templates is there.
    pub template_languages: usize,
    /// How many days old a day is once its metrics are complete: until then they grow from day to day. 0: they are
    /// complete at once.
    pub late_days: u32,
    /// How many minutes the clock by which the days of metrics begin is ahead of UTC: whole half hours.
    pub day_offset_minutes: i32,
    /// The accounts; empty for the default account alone.
    pub accounts: Vec<Account>,
    /// The calls a second.
    pub limits: Limits,
    /// Faults from the start.
    pub faults: Vec<FaultRule>,
    /// The data's present; real time by default.
    pub now: Option<Timestamp>,
    /// How far the clock that signatures are checked against is from real time.
    pub signature_clock_offset_ms: i64,
    /// Answers over TLS, with a certificate of an authority that is made for this emulator; `None` for plain HTTP.
    pub tls: Option<ServerCertificate>,
}

impl Default for EmulatorOptions {
    fn default() -> Self {
        Self {
            port: 0,
            seed: 0,
            channels: 5,
            phone_numbers: 1,
            templates: 3,
            template_languages: 2,
            late_days: 0,
            day_offset_minutes: 0,
            accounts: Vec::new(),
            limits: Limits::default(),
            faults: Vec::new(),
            now: None,
            signature_clock_offset_ms: 0,
            tls: None,
        }
    }
}

impl EmulatorOptions {
    /// The accounts to start with.
    pub(crate) fn starting_accounts(&self) -> Vec<Account> {
        if self.accounts.is_empty() {
            return vec![Account::ready_with(self.channels, self.phone_numbers)];
        }
        self.accounts.clone()
    }

    pub(crate) const fn population(&self) -> Population {
        Population {
            seed: self.seed,
            templates: self.templates,
            template_languages: self.template_languages,
            late_days: self.late_days,
            day_offset_minutes: self.day_offset_minutes,
        }
    }
}
