//! What an emulator starts with.

use jiff::Timestamp;

use crate::account::Account;
use crate::fault_rule::FaultRule;
use crate::rate::Limits;

/// What an emulator starts with, and goes back to on a reset.
#[derive(Clone, Debug)]
pub struct EmulatorOptions {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// What the figures are derived from: the same seed gives the same figures.
    pub seed: u64,
    /// How many channels the default account has. Without effect where `accounts` are given.
    pub channels: usize,
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
}

impl Default for EmulatorOptions {
    fn default() -> Self {
        Self {
            port: 0,
            seed: 0,
            channels: 5,
            accounts: Vec::new(),
            limits: Limits::default(),
            faults: Vec::new(),
            now: None,
            signature_clock_offset_ms: 0,
        }
    }
}

impl EmulatorOptions {
    /// The accounts to start with.
    pub(crate) fn starting_accounts(&self) -> Vec<Account> {
        if self.accounts.is_empty() { vec![Account::ready(self.channels)] } else { self.accounts.clone() }
    }
}
