//! What all connections share.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Instant;

use jiff::Timestamp;

use crate::InvalidSetting;
use crate::account_book::AccountBook;
use crate::clock::Clock;
use crate::fault_rule::Faults;
use crate::log::Log;
use crate::metadata::Metadata;
use crate::mixing::mix;
use crate::nonce::Nonces;
use crate::options::EmulatorOptions;
use crate::rate::RateLimiter;
use crate::server::ConnectionCounter;

/// The emulator's state. Each part has its own lock, and none is held while anything is awaited.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) options: EmulatorOptions,
    pub(crate) log: Arc<Log>,
    pub(crate) faults: Faults,
    pub(crate) limiter: RateLimiter,
    pub(crate) nonces: Nonces,
    pub(crate) signature_clock: Clock,
    pub(crate) data_clock: Clock,
    pub(crate) connections: ConnectionCounter,
    pub(crate) metadata: Metadata,
    accounts: RwLock<AccountBook>,
    request_ids: AtomicU64,
    silent: OnceLock<TcpListener>,
}

impl State {
    pub(crate) fn new(options: EmulatorOptions) -> Result<Self, InvalidSetting> {
        let started = Instant::now();
        let state = Self {
            log: Arc::new(Log::new(started)),
            faults: Faults::default(),
            limiter: RateLimiter::new(started, options.limits),
            nonces: Nonces::default(),
            signature_clock: Clock::default(),
            data_clock: Clock::default(),
            connections: ConnectionCounter::default(),
            metadata: Metadata::default(),
            accounts: RwLock::default(),
            request_ids: AtomicU64::new(first_request_id()),
            silent: OnceLock::new(),
            options,
        };
        state.reset()?;
        Ok(state)
    }

    /// Back to the options. The connections stay, and so does the count of requests.
    pub(crate) fn reset(&self) -> Result<(), InvalidSetting> {
        self.set_accounts(AccountBook::new(self.options.starting_accounts())?);
        self.faults.clear();
        self.faults.add(self.options.faults.clone())?;
        self.limiter.set_limits(self.options.limits);
        self.limiter.clear();
        self.nonces.clear();
        self.metadata.reset();
        self.signature_clock.set_offset_ms(self.options.signature_clock_offset_ms)?;
        match self.options.now {
            Some(now) => self.data_clock.set_now(now)?,
            None => self.data_clock.set_offset_ms(0)?,
        }
        self.log.clear();
        Ok(())
    }

    pub(crate) fn accounts(&self) -> RwLockReadGuard<'_, AccountBook> {
        self.accounts.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn accounts_mut(&self) -> RwLockWriteGuard<'_, AccountBook> {
        self.accounts.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_accounts(&self, accounts: AccountBook) {
        *self.accounts_mut() = accounts;
    }

    /// Where connections come about, and nothing is ever said: the system accepts them, and nobody takes them.
    pub(crate) fn silent_address(&self) -> Result<SocketAddr, InvalidSetting> {
        let problem = |error: std::io::Error| InvalidSetting::new(format!("no port can be opened: {error}"));
        if let Some(listener) = self.silent.get() {
            return listener.local_addr().map_err(problem);
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(problem)?;
        self.silent.get_or_init(|| listener).local_addr().map_err(problem)
    }

    /// A new request ID: an upper-case UUID.
    pub(crate) fn next_request_id(&self) -> String {
        let number = self.request_ids.fetch_add(1, Ordering::Relaxed);
        let (high, low) = (mix(number), mix(!number));
        let digits = format!("{high:016X}{low:016X}");
        format!(
            "{}-{}-4{}-A{}-{}",
            &digits[..8],
            &digits[8..12],
            &digits[13..16],
            &digits[17..20],
            &digits[20..]
        )
    }
}

/// Two emulators do not give the same request IDs.
fn first_request_id() -> u64 {
    let time = Timestamp::now();
    let process = u64::from(std::process::id());
    mix(mix(time.as_second().cast_unsigned())
        ^ mix(process)
        ^ u64::from(time.subsec_nanosecond().unsigned_abs()))
}
