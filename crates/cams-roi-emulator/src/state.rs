//! What all connections share.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Instant;

use jiff::Timestamp;

use crate::account_book::{AccountBook, Accounts};
use crate::authenticator::Authenticator;
use crate::clock::Clock;
use crate::connections::ConnectionCounter;
use crate::fault_rule::Faults;
use crate::gateway::Gateway;
use crate::invalid_setting::InvalidSetting;
use crate::issued::Issuer;
use crate::log::Log;
use crate::metadata::Metadata;
use crate::nonce::Nonces;
use crate::options::EmulatorOptions;
use crate::population::{Population, PopulationChange};
use crate::rate::RateLimiter;
use crate::request_id::RequestIds;
use crate::totals::{Totals, TotalsQuery, totals};

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
    pub(crate) connections: Arc<ConnectionCounter>,
    pub(crate) metadata: Metadata,
    pub(crate) accounts: Accounts,
    pub(crate) request_ids: RequestIds,
    population: RwLock<Population>,
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
            connections: Arc::default(),
            metadata: Metadata::default(),
            accounts: Accounts::default(),
            request_ids: RequestIds::default(),
            population: RwLock::new(options.population()),
            silent: OnceLock::new(),
            options,
        };
        state.reset()?;
        Ok(state)
    }

    /// Back to the options. The connections stay, and so does the count of requests.
    pub(crate) fn reset(&self) -> Result<(), InvalidSetting> {
        self.set_population(self.options.population().checked()?);
        self.accounts.replace(AccountBook::new(self.options.starting_accounts())?);
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

    /// What credentials are issued with.
    pub(crate) fn issuer(&self) -> Issuer<'_> {
        Issuer { accounts: &self.accounts, request_ids: &self.request_ids }
    }

    /// What calls to the service need of it. `now` is the time that their signatures are checked against.
    pub(crate) fn gateway(&self, now: Timestamp) -> Gateway<'_> {
        Gateway {
            authenticator: Authenticator { nonces: &self.nonces, now, elapsed: self.log.now() },
            limiter: &self.limiter,
            issuer: self.issuer(),
            data_clock: &self.data_clock,
            population: self.population(),
            is_denied: false,
        }
    }

    pub(crate) fn population(&self) -> Population {
        *self.population.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn change_population(&self, change: PopulationChange) -> Result<(), InvalidSetting> {
        self.set_population(self.population().changed(change)?);
        Ok(())
    }

    /// What there is, and what its metrics add up to.
    pub(crate) fn totals(&self, query: &TotalsQuery) -> Result<Totals, InvalidSetting> {
        let book = self.accounts.read();
        totals(book.accounts(), &self.population(), self.data_clock.now().as_millisecond(), query)
    }

    fn set_population(&self, population: Population) {
        *self.population.write().unwrap_or_else(PoisonError::into_inner) = population;
    }

    /// Accepts connections and never answers: the system accepts them, and nobody takes them.
    pub(crate) fn silent_address(&self) -> Result<SocketAddr, InvalidSetting> {
        let problem = |error: std::io::Error| InvalidSetting::new(format!("no port can be opened: {error}"));
        if let Some(listener) = self.silent.get() {
            return listener.local_addr().map_err(problem);
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(problem)?;
        self.silent.get_or_init(|| listener).local_addr().map_err(problem)
    }
}
