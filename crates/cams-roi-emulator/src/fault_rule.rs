//! Faults on demand: which requests meet them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::invalid_setting::InvalidSetting;

/// Which requests meet a fault, and how often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// Which requests.
    #[serde(rename = "match", default)]
    pub matching: FaultMatch,
    /// How many of them pass first.
    #[serde(default)]
    pub skip: u64,
    /// How many of them meet the fault; `None` (`null`) for all that come.
    #[serde(default = "once")]
    pub times: Option<u64>,
    /// What happens to them.
    pub fault: Fault,
}

impl FaultRule {
    /// The next request meets `fault`.
    #[must_use]
    pub fn once(fault: Fault) -> Self {
        Self { matching: FaultMatch::default(), skip: 0, times: once(), fault }
    }

    /// Every request meets `fault`.
    #[must_use]
    pub fn always(fault: Fault) -> Self {
        Self { times: None, ..Self::once(fault) }
    }

    /// Sets how many requests meet it.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Sets how many requests pass before.
    #[must_use]
    pub fn after(mut self, skip: u64) -> Self {
        self.skip = skip;
        self
    }

    /// Only requests for this action.
    #[must_use]
    pub fn on_action(mut self, action: impl Into<String>) -> Self {
        self.matching.action = Some(action.into());
        self
    }

    /// Only requests for this channel.
    #[must_use]
    pub fn on_channel(mut self, cust_space_id: impl Into<String>) -> Self {
        self.matching.cust_space_id = Some(cust_space_id.into());
        self
    }

    /// Whether it strikes a request that it matches, counting it.
    fn strike(&mut self) -> bool {
        if self.times == Some(0) {
            return false;
        }
        if self.skip > 0 {
            self.skip -= 1;
            return false;
        }
        self.times = self.times.map(|times| times - 1);
        true
    }
}

/// Which requests: those that have everything that is given here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultMatch {
    /// The action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// The `CustSpaceId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cust_space_id: Option<String>,
}

impl FaultMatch {
    fn fits(&self, action: Option<&str>, cust_space_id: Option<&str>) -> bool {
        let fits = |wanted: Option<&str>, given| wanted.is_none_or(|wanted| given == Some(wanted));
        fits(self.action.as_deref(), action) && fits(self.cust_space_id.as_deref(), cust_space_id)
    }
}

/// The rules, in order.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<FaultRule>>);

impl Faults {
    /// All or nothing.
    pub(crate) fn add(&self, rules: Vec<FaultRule>) -> Result<(), InvalidSetting> {
        rules.iter().try_for_each(|rule| rule.fault.check())?;
        self.rules().extend(rules);
        Ok(())
    }

    /// The fault that this request meets: that of the first rule that fits and has times left.
    pub(crate) fn strike(&self, action: Option<&str>, cust_space_id: Option<&str>) -> Option<Fault> {
        let mut rules = self.rules();
        let rule = rules
            .iter_mut()
            .find_map(|rule| (rule.matching.fits(action, cust_space_id) && rule.strike()).then_some(rule))?;
        Some(rule.fault.clone())
    }

    pub(crate) fn list(&self) -> Vec<FaultRule> {
        self.rules().clone()
    }

    pub(crate) fn clear(&self) {
        self.rules().clear();
    }

    fn rules(&self) -> MutexGuard<'_, Vec<FaultRule>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the type of the field, whose None means for ever")]
const fn once() -> Option<u64> {
    Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_with_times_left_strikes() {
        let faults = Faults::default();
        faults
            .add(vec![
                FaultRule::once(Fault::Hang).on_action("A").after(1),
                FaultRule::once(Fault::Reset).on_channel("s").times(2),
                FaultRule::always(Fault::Close),
            ])
            .unwrap();
        assert_eq!(faults.strike(Some("A"), Some("s")), Some(Fault::Reset));
        assert_eq!(faults.strike(Some("A"), Some("s")), Some(Fault::Hang));
        assert_eq!(faults.strike(Some("A"), Some("s")), Some(Fault::Reset));
        assert_eq!(faults.strike(Some("A"), Some("s")), Some(Fault::Close));
        assert_eq!(faults.strike(None, None), Some(Fault::Close));
    }

    #[test]
    fn times_are_one_by_default_and_null_for_ever() {
        let rule = |json: &str| serde_json::from_str::<FaultRule>(json).unwrap();
        assert_eq!(rule(r#"{"fault":{"type":"hang"}}"#), FaultRule::once(Fault::Hang));
        assert_eq!(rule(r#"{"times":null,"fault":{"type":"hang"}}"#), FaultRule::always(Fault::Hang));
    }
}
