//! The same suite for SQLite and for PostgreSQL, and what each has of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so when it fails")]

mod files;
mod place;
#[cfg(feature = "test-postgres")]
mod server;
mod suite;

macro_rules! for_both {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $test() {
                crate::suite::$test(&crate::place::Place::file());
            })*
        }

        #[cfg(feature = "test-postgres")]
        mod postgres {
            $(#[test]
            fn $test() {
                crate::suite::$test(&crate::place::Place::database());
            })*
        }
    };
}

for_both!(
    a_row_is_there_once_and_a_correction_takes_its_place,
    a_correction_of_one_button_is_one,
    of_two_rows_for_one_period_the_later_counts,
    what_comes_of_a_query_is_whole_or_not_there,
    any_text_comes_back,
    rows_are_filtered_and_in_order,
    time_without_gaps_is_covered,
    names_are_kept_and_not_forgotten,
    runs_say_what_came_and_who_was_killed,
    one_program_at_a_time_has_an_account,
    views_give_what_people_ask,
    a_later_version_is_refused_and_left_alone,
    an_empty_store_is_said,
    many_may_open_a_new_store_at_once,
);
