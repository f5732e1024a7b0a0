//! What is known of every operation of the service: its limit, whether it may run twice, and its parameters.

mod known;
mod shape;
mod table;

pub(crate) use known::KnownOperation;
pub(crate) use shape::{Parameter, Shape};

use table::OPERATIONS;

/// Parameters of the gateway's, which every operation takes and no documentation lists.
const OF_EVERY_OPERATION: [&str; 4] = ["OwnerId", "RegionId", "ResourceOwnerAccount", "ResourceOwnerId"];

/// All operations, sorted by name.
pub(crate) const fn operations() -> &'static [KnownOperation] {
    &OPERATIONS
}

/// The operation of this very name.
pub(crate) fn operation(name: &str) -> Option<&'static KnownOperation> {
    let place = OPERATIONS.binary_search_by(|operation| operation.name().cmp(name)).ok()?;
    OPERATIONS.get(place)
}

/// Whether every operation takes the parameter.
pub(crate) fn is_of_every_operation(parameter: &str) -> bool {
    OF_EVERY_OPERATION.contains(&parameter)
}

/// The operation that may be meant by a name that none has.
pub(crate) fn operation_like(name: &str) -> Option<&'static str> {
    nearest(name, OPERATIONS.iter().map(KnownOperation::name))
}

/// The known name that is so like another that it may be meant: the case of letters and what stands between words do not
/// count, and a letter in four may be wrong.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |name: &str| -> String {
        name.chars().filter(char::is_ascii_alphanumeric).map(|it| it.to_ascii_lowercase()).collect()
    };
    let wanted = plain(name);
    let distance = |known: &str| strsim::osa_distance(&wanted, &plain(known));
    known
        .map(|known| (distance(known), known))
        .filter(|(distance, known)| *distance <= (known.len() / 4).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_each_is_found() {
        assert!(OPERATIONS.is_sorted_by(|one, other| one.name() < other.name()));
        for known in operations() {
            assert_eq!(operation(known.name()).map(KnownOperation::name), Some(known.name()));
        }
        assert!(operation("listInstance").is_none() && operation("").is_none());
    }

    #[test]
    fn only_what_is_known_to_change_nothing_may_run_twice() {
        for (name, expected) in [
            ("ListInstance", true),
            ("EnableWhatsappROIMetric", true),
            ("GetChatappPhoneNumberMetric", true),
            ("IsvGetAppId", true),
            // A name's verb says nothing: this one sends a message.
            ("GetChatappVerifyCode", false),
            ("GetMigrationVerifyCode", false),
            ("GetPermissionByCode", false),
            ("GetPreValidatePhoneId", false),
            ("GetChatappUploadAuthorization", false),
            ("SendChatappMessage", false),
        ] {
            assert_eq!(operation(name).unwrap().may_run_twice(), expected, "{name}");
        }
    }

    #[test]
    fn a_limit_is_the_documented_one() {
        for (name, limit) in [
            ("QueryChatappPhoneNumbers", Some(10)),
            ("SendChatappMessage", Some(250)),
            ("EnableWhatsappROIMetric", Some(5)),
            ("ListInstance", None),
        ] {
            assert_eq!(operation(name).unwrap().calls_per_second(), limit, "{name}");
        }
    }

    #[test]
    fn a_name_is_meant_where_little_of_it_is_wrong() {
        for (name, meant) in [
            ("listInstance", Some("ListInstance")),
            ("list_instance", Some("ListInstance")),
            ("ListInstances", Some("ListInstance")),
            ("EnableWhatsappRoiMetrics", Some("EnableWhatsappROIMetric")),
            ("DeletInstance", Some("DeleteInstance")),
            ("GetWhatNobodyKnowsYet", None),
            ("", None),
        ] {
            assert_eq!(operation_like(name), meant, "{name}");
        }
        assert_eq!(nearest("PageIdx", ["PageSize", "PageIndex"].into_iter()), Some("PageIndex"));
        assert_eq!(nearest("é", ["Size"].into_iter()), None);
    }
}
