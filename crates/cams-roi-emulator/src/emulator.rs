//! The emulator as a Rust value.

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::account::{Account, AccountPatch};
use crate::account_book::AccountBook;
use crate::certificate::Identity;
use crate::connections::Connections;
use crate::fault_rule::FaultRule;
use crate::invalid_setting::InvalidSetting;
use crate::log::LogEntry;
use crate::metadata::MetadataVersions;
use crate::options::EmulatorOptions;
use crate::rate::Limits;
use crate::server;
use crate::state::State;
use crate::totals::{Totals, TotalsQuery};

/// A running emulator. It stops when it is dropped.
#[derive(Debug)]
pub struct Emulator {
    state: Arc<State>,
    address: SocketAddr,
    url: String,
    /// The certificate of the authority that signed its own, where it answers over TLS.
    ca_pem: Option<String>,
    server: JoinHandle<()>,
}

/// All that a client needs to call the emulator.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ReadyAccount {
    /// The emulator's URL.
    pub url: String,
    /// The AccessKey ID.
    pub access_key_id: String,
    /// The AccessKey secret: good for nothing but this emulator.
    pub access_key_secret: String,
    /// The channels.
    pub cust_space_ids: Vec<String>,
    /// The ISV code.
    pub isv_code: Option<String>,
    /// The certificate to trust, in PEM, where the emulator answers over TLS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca_pem: Option<String>,
}

impl std::fmt::Debug for ReadyAccount {
    /// Without the secret: it may be one that a user gave.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReadyAccount")
            .field("url", &self.url)
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

impl Emulator {
    /// Starts an emulator on 127.0.0.1, on the current Tokio runtime.
    ///
    /// Fails if the port is taken, or with [`io::ErrorKind::InvalidInput`] if the options make no sense.
    pub async fn start(options: EmulatorOptions) -> io::Result<Self> {
        let port = options.port;
        let identity = options.tls.map(Identity::new).transpose().map_err(io::Error::other)?;
        let (tls, ca_pem) = identity.map(|it| (it.acceptor, it.ca_pem)).unzip();
        let state =
            State::new(options).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let state = Arc::new(state);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let server = tokio::spawn(server::accept(listener, Arc::clone(&state), tls));
        Ok(Self { state, address, url: format!("{scheme}://{address}"), ca_pem, server })
    }

    /// `http://127.0.0.1:PORT`, or `https://127.0.0.1:PORT` over TLS.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The certificate of the authority to trust, in PEM; `None` without TLS.
    #[must_use]
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a client needs to call as the first account that has an AccessKey.
    #[must_use]
    pub fn ready_account(&self) -> Option<ReadyAccount> {
        let book = self.state.accounts.read();
        let (account, key) =
            book.accounts().iter().find_map(|account| Some((account, account.access_keys.first()?)))?;
        Some(ReadyAccount {
            url: self.url.clone(),
            access_key_id: key.id.clone(),
            access_key_secret: key.secret.expose().to_owned(),
            cust_space_ids: account.channels.iter().map(|channel| channel.id.clone()).collect(),
            isv_code: account.isv_code.clone(),
            ca_pem: self.ca_pem.clone(),
        })
    }

    /// Serves until `shutdown` is done.
    pub async fn run_until(mut self, shutdown: impl Future<Output = ()>) {
        tokio::select! {
            () = shutdown => {}
            _ = &mut self.server => {}
        }
    }

    /// Serves for ever: until the future is dropped.
    pub async fn wait(self) {
        self.run_until(std::future::pending()).await;
    }

    /// The requests so far, oldest first; at most the last 200,000.
    #[must_use]
    pub fn log(&self) -> Vec<LogEntry> {
        self.state.log.list()
    }

    /// Forgets the requests so far.
    pub fn clear_log(&self) {
        self.state.log.clear();
    }

    /// The largest number of requests for `action` that the limits let pass in any sliding second.
    #[must_use]
    pub fn peak_per_second(&self, action: &str) -> usize {
        self.state.log.peak_per_second(action)
    }

    /// How many connections there were, and are.
    #[must_use]
    pub fn connections(&self) -> Connections {
        self.state.connections.counts()
    }

    /// Adds faults behind those that are there; all or none.
    pub fn add_faults(&self, rules: impl IntoIterator<Item = FaultRule>) -> Result<(), InvalidSetting> {
        self.state.faults.add(rules.into_iter().collect())
    }

    /// The faults, with what is left of their counts.
    #[must_use]
    pub fn faults(&self) -> Vec<FaultRule> {
        self.state.faults.list()
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.state.faults.clear();
    }

    /// The data's present.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.state.data_clock.now()
    }

    /// Moves the data's present ahead. Signatures do not notice.
    pub fn advance(&self, duration: Duration) -> Result<(), InvalidSetting> {
        self.state.data_clock.advance_ms(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX))
    }

    /// Sets the data's present; from there it goes on.
    pub fn set_now(&self, time: Timestamp) -> Result<(), InvalidSetting> {
        self.state.data_clock.set_now(time)
    }

    /// How far the clock that signatures are checked against is from real time.
    #[must_use]
    pub fn signature_clock_offset_ms(&self) -> i64 {
        self.state.signature_clock.offset_ms()
    }

    /// Moves the clock that signatures are checked against, and that the `Date` header shows.
    pub fn set_signature_clock_offset_ms(&self, offset_ms: i64) -> Result<(), InvalidSetting> {
        self.state.signature_clock.set_offset_ms(offset_ms)
    }

    /// The accounts as they are now.
    #[must_use]
    pub fn accounts(&self) -> Vec<Account> {
        self.state.accounts.read().accounts().to_vec()
    }

    /// Replaces all accounts.
    pub fn set_accounts(&self, accounts: Vec<Account>) -> Result<(), InvalidSetting> {
        self.state.accounts.replace(AccountBook::new(accounts)?);
        Ok(())
    }

    /// Changes an account, or adds it if it is not there.
    pub fn patch_account(&self, patch: AccountPatch) -> Result<(), InvalidSetting> {
        let mut book = self.state.accounts.write();
        *book = book.patched(vec![patch])?;
        Ok(())
    }

    /// What there is, and what its metrics add up to.
    pub fn totals(&self, query: &TotalsQuery) -> Result<Totals, InvalidSetting> {
        self.state.totals(query)
    }

    /// The calls a second.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.state.limiter.limits()
    }

    /// Sets the calls a second.
    pub fn set_limits(&self, limits: Limits) {
        self.state.limiter.set_limits(limits);
    }

    /// Which versions of the metadata server's protocol are taken.
    #[must_use]
    pub fn metadata_versions(&self) -> MetadataVersions {
        self.state.metadata.versions()
    }

    /// Sets which versions of the metadata server's protocol are taken.
    pub fn set_metadata_versions(&self, versions: MetadataVersions) {
        self.state.metadata.set_versions(versions);
    }

    /// The URI that hands out credentials of the instance's role.
    #[must_use]
    pub fn credentials_uri(&self) -> String {
        format!("{}/_emulator/credentials", self.url)
    }

    /// Ends the validity of all temporary AccessKeys, as if their time had come.
    pub fn expire_credentials(&self) {
        self.state.accounts.write().expire_temporary(self.state.signature_clock.now());
    }

    /// Back to the options it was started with: accounts, faults, limits, clocks; the log and the nonces are emptied.
    pub fn reset(&self) -> Result<(), InvalidSetting> {
        self.state.reset()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}
