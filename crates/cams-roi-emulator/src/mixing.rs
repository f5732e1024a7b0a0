//! The numbers behind the counts: the same on every run and every platform.
//!
//! The standard library's hashers promise neither, so this is splitmix64 (Steele, Lea and Flood, 2014): one addition
//! and two multiply-and-shift rounds, whose output passes for random and depends on every bit of its input.

/// One step of splitmix64: spreads every bit of `value` over all 64.
pub(crate) const fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// Mixes texts into `seed`. Each length goes in too, so that `["ab", "c"]` and `["a", "bc"]` differ.
pub(crate) fn mix_texts(seed: u64, texts: &[&str]) -> u64 {
    texts.iter().fold(mix(seed), |state, text| {
        let state = mix(state ^ text.len() as u64);
        text.as_bytes().chunks(8).fold(state, |state, chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            mix(state ^ u64::from_le_bytes(word))
        })
    })
}

/// One of `choices`, which must not be empty, by the bits of `random`.
pub(crate) fn pick<T: Copy>(random: u64, choices: &[T]) -> T {
    // Of the upper half of the product: every bit of the number has a part in it, and none of the choices is favoured.
    let product = u128::from(mix(random)) * choices.len() as u128;
    choices[usize::try_from(product >> 64).unwrap_or_default()]
}

/// Whether something happens that happens `percent` times of a hundred.
pub(crate) fn happens(random: u64, percent: u64) -> bool {
    mix(random) % 100 < percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitmix64_gives_its_published_sequence() {
        // The first outputs of the reference generator started with 0: its state grows by the same constant.
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(mix(0x9e37_79b9_7f4a_7c15), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn where_one_text_ends_matters() {
        assert_ne!(mix_texts(1, &["ab", "c"]), mix_texts(1, &["a", "bc"]));
        assert_ne!(mix_texts(1, &["a"]), mix_texts(2, &["a"]));
        assert_eq!(mix_texts(1, &["a"]), mix_texts(1, &["a"]));
    }
}
