//! How much of everything there is, and what it is derived from.

use serde::{Deserialize, Serialize};

use crate::invalid_setting::InvalidSetting;
use crate::languages::LANGUAGES;

/// More templates than any account has.
const MOST_TEMPLATES: usize = 10_000;
/// Traffic comes in half hours, and a day is made of whole ones.
const HALF_HOUR_MINUTES: i32 = 30;
/// No place on earth is further from UTC.
const FURTHEST_MINUTES: i32 = 14 * 60;

/// What all channels have in common. A channel that lists its own templates has those instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Population {
    pub(crate) seed: u64,
    /// How many marketing templates that passed the review a channel has.
    pub(crate) templates: usize,
    /// In how many languages each of its templates is there.
    pub(crate) template_languages: usize,
    /// How many days old a day is once its metrics are complete.
    pub(crate) late_days: u32,
    /// How far the clock by which days begin is ahead of UTC.
    pub(crate) day_offset_minutes: i32,
}

/// What to change of it: what is absent stays.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PopulationChange {
    templates: Option<usize>,
    template_languages: Option<usize>,
    late_days: Option<u32>,
    day_offset_minutes: Option<i32>,
}

impl Population {
    /// Itself, if there can be as much as it says.
    pub(crate) fn checked(self) -> Result<Self, InvalidSetting> {
        let wrong = |problem: String| Err(InvalidSetting::new(problem));
        let most = LANGUAGES.len();
        if self.templates > MOST_TEMPLATES {
            return wrong(format!("{} templates: {MOST_TEMPLATES} are the most", self.templates));
        }
        if !(1..=most).contains(&self.template_languages) {
            return wrong(format!("{} languages: there are 1 to {most}", self.template_languages));
        }
        let offset = self.day_offset_minutes;
        if offset % HALF_HOUR_MINUTES != 0 || offset.abs() > FURTHEST_MINUTES {
            return wrong(format!("{offset} minutes from UTC: give whole half hours, 14 hours at most"));
        }
        Ok(self)
    }

    pub(crate) fn changed(self, change: PopulationChange) -> Result<Self, InvalidSetting> {
        Self {
            seed: self.seed,
            templates: change.templates.unwrap_or(self.templates),
            template_languages: change.template_languages.unwrap_or(self.template_languages),
            late_days: change.late_days.unwrap_or(self.late_days),
            day_offset_minutes: change.day_offset_minutes.unwrap_or(self.day_offset_minutes),
        }
        .checked()
    }

    /// As by default.
    #[cfg(test)]
    pub(crate) const fn of_seed(seed: u64) -> Self {
        Self { seed, templates: 3, template_languages: 2, late_days: 0, day_offset_minutes: 0 }
    }

    pub(crate) fn day_offset_ms(&self) -> i64 {
        i64::from(self.day_offset_minutes) * 60 * 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: Population = Population::of_seed(0);

    #[test]
    fn what_cannot_be_is_refused() {
        for good in [
            SOME,
            Population { templates: 0, ..SOME },
            Population { template_languages: LANGUAGES.len(), ..SOME },
            Population { day_offset_minutes: -14 * 60, ..SOME },
            Population { day_offset_minutes: 330, ..SOME },
        ] {
            assert_eq!(good.checked(), Ok(good));
        }
        for wrong in [
            Population { templates: MOST_TEMPLATES + 1, ..SOME },
            Population { template_languages: 0, ..SOME },
            Population { template_languages: LANGUAGES.len() + 1, ..SOME },
            Population { day_offset_minutes: 45, ..SOME },
            Population { day_offset_minutes: 14 * 60 + 30, ..SOME },
        ] {
            assert!(wrong.checked().is_err(), "{wrong:?}");
        }
    }
}
