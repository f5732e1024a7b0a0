//! The templates of a channel: those that it lists, or those that are derived from the seed.

use std::borrow::Cow;

use crate::account::Channel;
use crate::buttons::{self, Button};
use crate::languages::LANGUAGES;
use crate::mixing::{mix, mix_texts, pick};
use crate::population::Population;
use crate::template::Template;

/// What a derived code begins with, as the service's own do.
const CODE_PREFIX: &str = "11";
/// The last digits of a derived code say which of the channel's templates it is, so that it is found at once.
const PLACE_DIGITS: usize = 5;

/// Beside the marketing templates that passed: what every channel has one of.
const OTHERS: [(&str, &str); 3] =
    [("UTILITY", "pass"), ("MARKETING", "fail"), ("AUTHENTICATION", "auditing")];

const OCCASIONS: [&str; 8] =
    ["summer", "new_year", "welcome", "loyalty", "ramadan", "birthday", "flash", "harvest"];
const OFFERS: [&str; 8] = ["sale", "offer", "gift", "coupon", "preview", "bundle", "deal", "reminder"];

/// The languages in which there is a template of any code that a channel does not have.
const OF_ANY_CODE: [&str; 2] = ["en", "zh_CN"];

/// A template that a call names.
#[derive(Debug)]
pub(crate) struct Named<'a> {
    pub(crate) template: Cow<'a, Template>,
    is_of_channel: bool,
}

impl<'a> Named<'a> {
    /// A template of the channel.
    pub(crate) const fn of_channel(template: Cow<'a, Template>) -> Self {
        Self { template, is_of_channel: true }
    }

    pub(crate) fn buttons(&self, language: &str) -> Cow<'static, [Button]> {
        if self.is_of_channel {
            buttons::of_template(&self.template, language).into()
        } else {
            Cow::Borrowed(&buttons::OF_ANY_CODE)
        }
    }
}

/// One channel's templates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Templates<'a> {
    pub(crate) population: &'a Population,
    pub(crate) channel: &'a Channel,
}

impl<'a> Templates<'a> {
    pub(crate) fn len(self) -> usize {
        match &self.channel.templates {
            Some(listed) => listed.len(),
            None => self.population.templates + OTHERS.len(),
        }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Cow<'a, Template>> {
        (0..self.len()).filter_map(move |place| self.at(place))
    }

    /// Those of which there are metrics.
    pub(crate) fn measured(self) -> impl Iterator<Item = Cow<'a, Template>> {
        self.iter().filter(|template| template.is_measured())
    }

    pub(crate) fn with_code(self, code: &str) -> Option<Cow<'a, Template>> {
        if let Some(listed) = &self.channel.templates {
            return listed.iter().find(|template| template.code == code).map(Cow::Borrowed);
        }
        let digits = code.get(code.len().checked_sub(PLACE_DIGITS)?..)?;
        self.at(digits.parse().ok()?).filter(|template| template.code == code)
    }

    /// The template of a code. Where the channel does not list its own, any code is taken for that of a template, so that
    /// a test needs none of those that are made up.
    pub(crate) fn named(self, code: &str) -> Option<Named<'a>> {
        let any = || {
            let template = Template::new(code).in_languages(OF_ANY_CODE);
            self.channel
                .templates
                .is_none()
                .then_some(Named { template: Cow::Owned(template), is_of_channel: false })
        };
        self.with_code(code).map(Named::of_channel).or_else(any)
    }

    pub(crate) fn with_name(self, name: &str) -> Option<Cow<'a, Template>> {
        self.iter().find(|template| template.shown_name() == name)
    }

    pub(crate) fn at(self, place: usize) -> Option<Cow<'a, Template>> {
        match &self.channel.templates {
            Some(listed) => listed.get(place).map(Cow::Borrowed),
            None => (place < self.len()).then(|| Cow::Owned(self.derived(place))),
        }
    }

    fn derived(self, place: usize) -> Template {
        let key = mix_texts(self.population.seed, &["template code", &self.channel.id]);
        let (category, audit_status) = match place.checked_sub(self.population.templates) {
            Some(other) => OTHERS.get(other).copied().unwrap_or(OTHERS[0]),
            None => ("MARKETING", "pass"),
        };
        let own = mix(key ^ place as u64);
        let (occasion, offer) = (pick(own, &OCCASIONS), pick(own >> 8, &OFFERS));
        let name = match category {
            "UTILITY" => format!("order_update_{place}"),
            "AUTHENTICATION" => format!("login_code_{place}"),
            _ => format!("{occasion}_{offer}_{place}"),
        };
        let languages = LANGUAGES.iter().take(self.population.template_languages);
        Template {
            code: format!("{CODE_PREFIX}{:012}{place:0PLACE_DIGITS$}", key % 1_000_000_000_000),
            name,
            languages: languages.map(|language| language.code.to_owned()).collect(),
            category: category.to_owned(),
            audit_status: audit_status.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_found_by_its_code_and_its_name() {
        let population = Population { templates: 12, template_languages: 3, ..Population::of_seed(7) };
        let channel = Channel::new("cams-1");
        let templates = Templates { population: &population, channel: &channel };
        assert_eq!((templates.len(), templates.iter().count(), templates.measured().count()), (15, 15, 12));
        for template in templates.iter() {
            assert_eq!(templates.with_code(&template.code), Some(template.clone()));
            assert_eq!(templates.with_name(&template.name), Some(template.clone()));
            assert_eq!(template.languages, ["en", "zh_CN", "es"]);
        }
        for foreign in ["", "1", "é", "1100", "1100000000000000000", "1199999999999900099"] {
            assert_eq!(templates.with_code(foreign), None, "{foreign}");
            assert_eq!(templates.named(foreign).unwrap().template.languages, OF_ANY_CODE, "{foreign}");
        }
    }

    #[test]
    fn a_channel_may_list_its_own() {
        let population = Population { templates: 12, template_languages: 3, ..Population::of_seed(7) };
        let mut channel = Channel::new("cams-1");
        channel.templates = Some(vec![Template::new("T").in_languages(["fr"])]);
        let templates = Templates { population: &population, channel: &channel };
        assert_eq!((templates.len(), templates.with_code("T").unwrap().shown_name()), (1, "T"));
        assert!(templates.with_code("T").unwrap().is_in("fr"));
        assert!(templates.named("T").is_some() && templates.named("1100").is_none());
    }
}
