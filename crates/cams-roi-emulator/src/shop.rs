//! Who is behind a channel: a shop, made up of the seed and the channel's ID.

use jiff::Timestamp;

use crate::account::Channel;
use crate::mixing::{mix, mix_texts, pick};
use crate::population::Population;

/// Where shops are: country, currency, and what their names are made of.
#[derive(Debug)]
struct Place {
    country: &'static str,
    currency: &'static str,
    street: &'static str,
    kinds: [&'static str; 3],
    names: [&'static str; 4],
    /// Whether the kind of shop comes behind the name.
    name_first: bool,
}

static PLACES: [Place; 12] = [
    place(
        "SG",
        "SGD",
        "Orchard Road",
        ["Tea House", "Books", "Bakery"],
        ["Lotus", "Harbour", "Merlion", "Old Town"],
        true,
    ),
    place("CN", "CNY", "南京路", ["茶铺", "书店", "鞋店"], ["云栖", "青石", "明月", "福满"], true),
    place(
        "ID",
        "IDR",
        "Jalan Melawai",
        ["Toko", "Warung", "Batik"],
        ["Melati", "Sumber Rejeki", "Nusantara", "Pelangi"],
        false,
    ),
    place(
        "BR",
        "BRL",
        "Rua São Bento",
        ["Padaria", "Livraria", "Loja"],
        ["São João", "Coração", "Ipê", "Ação"],
        false,
    ),
    place(
        "MX",
        "MXN",
        "Calle Niño Perdido",
        ["Zapatería", "Panadería", "Joyería"],
        ["Ñandú", "Peña", "Águila", "Corazón"],
        false,
    ),
    place(
        "DE",
        "EUR",
        "Königsallee",
        ["Gewürze", "Bücher", "Schuhe"],
        ["Müllers", "Größe", "Jäger", "Weiß"],
        true,
    ),
    place(
        "AE",
        "AED",
        "شارع الوصل",
        ["متجر", "مخبز", "مكتبة"],
        ["النخيل", "اللؤلؤ", "الواحة", "الصقر"],
        false,
    ),
    place("JP", "JPY", "銀座通り", ["文具店", "茶房", "靴店"], ["さくら", "みどり", "ふじ", "つばめ"], true),
    place("TH", "THB", "ถนนสุขุมวิท", ["ร้าน", "ตลาด", "ครัว"], ["ดอกบัว", "ช้างทอง", "สวนผึ้ง", "ใบไม้"], false),
    place(
        "IN",
        "INR",
        "महात्मा गांधी मार्ग",
        ["साड़ी केंद्र", "मिठाई", "पुस्तक भंडार"],
        ["कमल", "सूरज", "लक्ष्मी", "मोर"],
        true,
    ),
    place("KR", "KRW", "명동길", ["서점", "찻집", "신발"], ["한빛", "가온", "나래", "푸른솔"], true),
    place(
        "FR",
        "EUR",
        "Rue de l’Été",
        ["Crémerie", "Librairie", "Pâtisserie"],
        ["Noël", "du Château", "Bérénice", "L’Œillet"],
        false,
    ),
];

const fn place(
    country: &'static str,
    currency: &'static str,
    street: &'static str,
    kinds: [&'static str; 3],
    names: [&'static str; 4],
    name_first: bool,
) -> Place {
    Place { country, currency, street, kinds, names, name_first }
}

/// The seconds of 2024, in which every channel was applied for.
const YEAR_STARTED_S: u64 = 1_704_067_200;
const YEAR_S: u64 = 366 * 24 * 60 * 60;

/// What is known of the owner of a channel.
#[derive(Debug)]
pub(crate) struct Shop {
    pub(crate) name: String,
    pub(crate) country: &'static str,
    pub(crate) currency: &'static str,
    pub(crate) address: String,
    pub(crate) mail: String,
    /// When the channel was applied for.
    pub(crate) submitted_at: Timestamp,
    pub(crate) resource_group: &'static str,
    key: u64,
}

impl Shop {
    pub(crate) fn of(channel: &Channel, population: &Population) -> Self {
        let key = mix_texts(population.seed, &["shop", &channel.id]);
        let place = &PLACES[pick(key, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])];
        let branch = 1 + part(key, 1) % 999;
        let name = channel.name.clone().unwrap_or_else(|| {
            let (kind, name) = (pick(part(key, 2), &place.kinds), pick(part(key, 3), &place.names));
            let (first, second) = if place.name_first { (name, kind) } else { (kind, name) };
            format!("{first} {second} {branch}")
        });
        let submitted = YEAR_STARTED_S + part(key, 4) % YEAR_S;
        let submitted_at = i64::try_from(submitted).ok().and_then(|time| Timestamp::from_second(time).ok());
        Self {
            name,
            country: place.country,
            currency: place.currency,
            address: format!("{} {branch}", place.street),
            mail: format!("owner-{branch}@shop.example"),
            submitted_at: submitted_at.unwrap_or_default(),
            resource_group: pick(part(key, 5), &["rg-acfm2shop1", "rg-acfm2shop2", "rg-acfm2shop3"]),
            key,
        }
    }

    /// The ID of something that belongs to the shop, as Meta writes them: 15 digits.
    pub(crate) fn meta_id(&self, of: &str) -> String {
        format!("1{:014}", self.number(of) % 100_000_000_000_000)
    }

    /// A number that something of the shop is derived from.
    pub(crate) fn number(&self, of: &str) -> u64 {
        mix_texts(self.key, &[of])
    }
}

const fn part(key: u64, number: u64) -> u64 {
    mix(key ^ (number << 32))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn shops_are_everywhere_and_stay_the_same() {
        let population = Population::of_seed(3);
        let shop = |n: usize| Shop::of(&Channel::new(format!("cams-{n}")), &population);
        let countries: HashSet<_> = (0..300).map(|n| shop(n).country).collect();
        assert_eq!(countries.len(), PLACES.len());
        let names: HashSet<_> = (0..300).map(|n| shop(n).name).collect();
        assert!(names.len() > 290, "{}", names.len());
        assert_eq!((shop(5).name, shop(5).meta_id("waba")), (shop(5).name, shop(5).meta_id("waba")));
        assert_ne!(shop(5).meta_id("waba"), shop(6).meta_id("waba"));
        assert_ne!(Shop::of(&Channel::new("cams-5"), &Population::of_seed(4)).mail, shop(5).mail);
    }

    #[test]
    fn a_channel_may_have_a_name_of_its_own() {
        let mut channel = Channel::new("cams-1");
        channel.name = Some("Mine".to_owned());
        assert_eq!(Shop::of(&channel, &Population::of_seed(0)).name, "Mine");
    }
}
