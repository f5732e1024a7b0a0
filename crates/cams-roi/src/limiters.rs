//! Which calls share a limiter: those of one account, whatever keys they are signed with.
//!
//! The service counts per account and operation. The account is the one that the client names, else the one that the
//! source of the credentials stands for, so that keys which are replaced every hour keep their limiter. Clients whose
//! credentials have no named source share a limiter as long as they use the same AccessKey.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use tokio::time::Instant;

use crate::access_key::Credentials;
use crate::error::Error;
use crate::limiter::Limiter;
#[cfg(feature = "redis")]
use crate::shared_limits::{SharedLimiter, start_thread};
use crate::sharing::{self, Sharing};

/// An account, as far as limits go.
type AccountNumber = u64;

/// What shares one limiter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    account: AccountNumber,
    endpoint: String,
    operation: String,
    /// What the other processes know it by, and where they keep it; `None` for a limit of this process alone.
    shared: Option<(String, String)>,
}

/// By what an account is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    /// The account's ID, or what the source of its credentials calls itself.
    Source(String),
    AccessKeyId(String),
}

/// A client's part in the limiters of its account: its limits count for as long as it exists.
#[derive(Default)]
pub(crate) struct ClientLimiters(Mutex<Part>);

#[derive(Default)]
struct Part {
    process: u32,
    sources: Vec<Source>,
}

/// One source of the client's credentials. Nearly always the only one.
struct Source {
    name: Option<String>,
    /// The key that it gave last; `None` where the client names its account.
    access_key_id: Option<String>,
    account: AccountNumber,
    operations: Vec<(String, Membership)>,
}

impl ClientLimiters {
    /// The limiter for one operation, called with `credentials` for the account `account_id`, where that is known.
    pub(crate) fn limiter(
        &self,
        account_id: Option<&str>,
        credentials: &Credentials,
        endpoint: &str,
        operation: &str,
        per_second: f64,
        sharing: Option<&Sharing>,
    ) -> Result<Arc<Limiter>, Error> {
        let name = account_id.or(credentials.source());
        let key = account_id.is_none().then(|| credentials.access_key_id());
        let mut part = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let process = std::process::id();
        if part.process != process {
            *part = Part { process, sources: Vec::new() };
        }
        let shared =
            sharing.map(|it| Ok::<_, Error>((sharing::account(account_id, credentials)?, it.place())));
        let shared = shared.transpose()?;
        let key_of = |account| Key {
            account,
            endpoint: endpoint.to_owned(),
            operation: operation.to_owned(),
            shared: shared.clone(),
        };
        let known = part.sources.iter().position(|source| source.name.as_deref() == name);
        let index = if let Some(index) = known {
            index
        } else {
            // At once: an account that has no limiter yet is forgotten by whoever comes between.
            let (account, limiter) = Registry::of_this_process().with(|known| {
                let account = known.account(name, key);
                known.limiter(key_of(account), sharing).map(|limiter| (account, limiter))
            })?;
            part.sources.push(Source {
                name: name.map(str::to_owned),
                access_key_id: key.map(str::to_owned),
                account,
                operations: vec![(operation.to_owned(), Membership::new(limiter, per_second, process))],
            });
            part.sources.len() - 1
        };
        let source = &mut part.sources[index];
        if source.access_key_id.as_deref() != key {
            let before = source.access_key_id.take();
            Registry::of_this_process().with(|known| known.replace_key(source.account, before, key));
            source.access_key_id = key.map(str::to_owned);
        }
        if let Some((_, membership)) = source.operations.iter().find(|(name, _)| name == operation) {
            return Ok(Arc::clone(&membership.limiter));
        }
        let limiter =
            Registry::of_this_process().with(|known| known.limiter(key_of(source.account), sharing))?;
        let membership = Membership::new(Arc::clone(&limiter), per_second, process);
        source.operations.push((operation.to_owned(), membership));
        Ok(limiter)
    }
}

impl fmt::Debug for ClientLimiters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientLimiters").finish_non_exhaustive()
    }
}

/// A client's limit, as it counts in one limiter.
struct Membership {
    limiter: Arc<Limiter>,
    per_second: f64,
    process: u32,
}

impl Membership {
    fn new(limiter: Arc<Limiter>, per_second: f64, process: u32) -> Self {
        limiter.join(per_second);
        Self { limiter, per_second, process }
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        // A forked process leaves its parent's limiters alone: what holds a lock of theirs did not come along.
        if self.process == std::process::id() {
            self.limiter.leave(self.per_second);
        }
    }
}

/// The limiters of one process.
///
/// A process that was forked inherits the memory of its parent but none of its other threads: a lock that one of them
/// held stays locked for ever, and a call that one of them made never gives its slot back. So each process that finds
/// itself with the registry of its parent hangs one of its own behind it.
struct Registry {
    process: u32,
    known: Mutex<Known>,
    of_child: OnceLock<Box<Registry>>,
}

impl Registry {
    fn new(process: u32) -> Self {
        Self { process, known: Mutex::default(), of_child: OnceLock::new() }
    }

    fn of_this_process() -> &'static Self {
        static OLDEST: LazyLock<Registry> = LazyLock::new(|| Registry::new(std::process::id()));
        let mut registry = &*OLDEST;
        let process = std::process::id();
        while registry.process != process {
            registry = registry.of_child.get_or_init(|| Box::new(Self::new(process)));
        }
        registry
    }

    fn with<T>(&self, act: impl FnOnce(&mut Known) -> T) -> T {
        act(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[derive(Default)]
struct Known {
    accounts: HashMap<Name, AccountNumber>,
    limiters: HashMap<Key, Arc<Limiter>>,
    last: AccountNumber,
    /// Of the thread that speaks with Redis, once there is one.
    #[cfg(feature = "redis")]
    redis: Option<tokio::runtime::Handle>,
}

impl Known {
    /// The account of a source and a key. The source decides; a key tells only where the source is new.
    fn account(&mut self, source: Option<&str>, key: Option<&str>) -> AccountNumber {
        let names: Vec<Name> = [
            source.map(|name| Name::Source(name.to_owned())),
            key.map(|id| Name::AccessKeyId(id.to_owned())),
        ]
        .into_iter()
        .flatten()
        .collect();
        let known = names.iter().find_map(|name| self.accounts.get(name).copied());
        let account = known.unwrap_or_else(|| {
            self.last += 1;
            self.last
        });
        for name in names {
            self.accounts.entry(name).or_insert(account);
        }
        account
    }

    /// An account's key was replaced: who comes with the new one shares its limiters.
    fn replace_key(&mut self, account: AccountNumber, before: Option<String>, now: Option<&str>) {
        if let Some(before) = before.map(Name::AccessKeyId)
            && self.accounts.get(&before) == Some(&account)
        {
            self.accounts.remove(&before);
        }
        if let Some(now) = now {
            self.accounts.entry(Name::AccessKeyId(now.to_owned())).or_insert(account);
        }
    }

    fn limiter(&mut self, key: Key, sharing: Option<&Sharing>) -> Result<Arc<Limiter>, Error> {
        if let Some(limiter) = self.limiters.get(&key) {
            return Ok(Arc::clone(limiter));
        }
        // Accounts come and go; a limiter that has nothing left to remember goes with its own.
        let now = Instant::now();
        self.limiters.retain(|_, limiter| Arc::strong_count(limiter) > 1 || !limiter.is_idle(now));
        let limiter = Arc::new(self.new_limiter(&key, sharing)?);
        self.limiters.insert(key, Arc::clone(&limiter));
        let Self { accounts, limiters, .. } = self;
        accounts.retain(|_, account| limiters.keys().any(|key| key.account == *account));
        Ok(limiter)
    }

    #[cfg(feature = "redis")]
    fn new_limiter(&mut self, key: &Key, sharing: Option<&Sharing>) -> Result<Limiter, Error> {
        let (Some(sharing), Some((account, _))) = (sharing, &key.shared) else {
            return Ok(Limiter::of_this_process());
        };
        let runtime = match &self.redis {
            Some(runtime) => runtime,
            None => self
                .redis
                .insert(start_thread().map_err(|reason| sharing.reach.unusable("shared_limits", &reason))?),
        };
        let name = sharing::name_of_limit(account, &key.endpoint, &key.operation);
        let reach = sharing.reach.clone();
        Ok(Limiter::shared(|local| SharedLimiter::new(reach, &name, local, runtime)))
    }

    #[cfg(not(feature = "redis"))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where limits can be shared")]
    fn new_limiter(&mut self, _: &Key, _: Option<&Sharing>) -> Result<Limiter, Error> {
        Ok(Limiter::of_this_process())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    use super::*;
    use crate::credentials::{CallbackCredentials, CredentialsError, ProvideCredentials as _};
    use crate::words::WhenUnavailable;

    fn limiter(client: &ClientLimiters, account: Option<&str>, credentials: &Credentials) -> Arc<Limiter> {
        client.limiter(account, credentials, "unit-test", "Operation", 1.0, None).unwrap()
    }

    fn key(id: &str) -> Credentials {
        Credentials::new(id, "secret")
    }

    #[tokio::test(start_paused = true)]
    async fn limiters_that_nobody_needs_are_forgotten_and_no_sooner() {
        let client = || ClientLimiters::default();
        let of = |account: &str| limiter(&client(), Some(account), &key("forgotten"));
        let first = Arc::downgrade(&of("first"));
        let limiter = first.upgrade().unwrap();
        let mut permit = limiter.acquire(WhenUnavailable::default()).await.ok().unwrap();
        drop(limiter);
        permit.sending(Instant::now());
        permit.answered();
        of("second");
        assert!(first.upgrade().is_some(), "its last call was less than a second ago");
        tokio::time::advance(Duration::from_millis(1100)).await;
        let third = of("third");
        assert!(first.upgrade().is_none());
        of("fourth");
        assert!(Arc::ptr_eq(&third, &of("third")), "somebody holds it");
    }

    #[test]
    fn whoever_calls_for_one_account_shares_its_limiter() {
        let (one, other) = (ClientLimiters::default(), ClientLimiters::default());
        let of_one = limiter(&one, None, &key("shared-key"));
        assert!(Arc::ptr_eq(&of_one, &limiter(&other, None, &key("shared-key"))), "the same key");
        let named = limiter(&ClientLimiters::default(), Some("named"), &key("shared-key"));
        assert!(!Arc::ptr_eq(&of_one, &named), "the account that is given decides");
        let role = limiter(&ClientLimiters::default(), None, &key("role-1").from_source("named"));
        assert!(Arc::ptr_eq(&named, &role), "a source that names the account");
    }

    #[test]
    fn keys_that_are_replaced_keep_their_limiter() {
        let client = ClientLimiters::default();
        let before = limiter(&client, None, &key("hour-1"));
        for hour in 2..5 {
            let now = key(&format!("hour-{hour}"));
            assert!(Arc::ptr_eq(&before, &limiter(&client, None, &now)));
            let newcomer = limiter(&ClientLimiters::default(), None, &now);
            assert!(Arc::ptr_eq(&before, &newcomer), "who comes with the new key shares it");
        }
        let of_source = |id: &str| key(id).from_source("vault/shop");
        let named = limiter(&ClientLimiters::default(), None, &of_source("vault-1"));
        let other = limiter(&ClientLimiters::default(), None, &of_source("vault-2"));
        assert!(Arc::ptr_eq(&named, &other), "the same source in another client");
        assert!(!Arc::ptr_eq(&before, &named));
    }

    #[tokio::test]
    async fn clients_that_share_a_function_share_its_limiter_whatever_keys_it_gives() {
        let function = || {
            let keys = AtomicU64::new(0);
            let next = move || key(&format!("of-a-function-{}", keys.fetch_add(1, Ordering::Relaxed)));
            Arc::new(CallbackCredentials::new(move || {
                let given = next();
                async { Ok::<_, CredentialsError>(given) }
            }))
        };
        let of_client = async |function: &Arc<CallbackCredentials>| {
            limiter(&ClientLimiters::default(), None, &function.provide().await.unwrap())
        };
        let shared = function();
        let first = of_client(&shared).await;
        assert!(Arc::ptr_eq(&first, &of_client(&shared).await));
    }

    #[test]
    fn clients_that_come_at_once_share_the_limiter_of_their_account() {
        let all = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|thread| {
                    scope.spawn(move || {
                        (0..200).all(|number| {
                            let account = format!("at-once-{thread}-{number}");
                            let (one, other) = (ClientLimiters::default(), ClientLimiters::default());
                            let of = |client| limiter(client, Some(&account), &key("at-once"));
                            Arc::ptr_eq(&of(&one), &of(&other))
                        })
                    })
                })
                .collect();
            threads.into_iter().all(|thread| thread.join().unwrap())
        });
        assert!(all);
    }
}
