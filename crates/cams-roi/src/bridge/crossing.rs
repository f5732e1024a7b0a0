//! How values cross to other languages and back, written once for serde, so that each binding takes the carrier that is
//! fastest for its language: Python objects, JSON text, bytes. Records cross by position, times as milliseconds since
//! 1970, words of open sets as texts.

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::ser::SerializeTupleStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::values::{milliseconds, time};
use crate::access_denied::AccessDeniedDetail;
use crate::bulk::Channel;
use crate::error::{Error, TimeoutPhase};

/// What goes to another language.
pub(super) trait Cross {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A value on its way to another language.
pub(super) struct Crossing<'a, T>(pub(super) &'a T);

impl<T: Cross> Serialize for Crossing<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.cross(serializer)
    }
}

/// What comes from another language.
pub(super) trait Arrive: Sized {
    /// As it comes.
    type Given: for<'de> Deserialize<'de>;

    /// Makes the value of it; an error calls it `name`.
    fn arrive(name: &str, given: Self::Given) -> Result<Self, Error>;
}

/// Values that are the same in every language.
macro_rules! alike {
    ($($kind:ty),*) => {$(
        impl Cross for $kind {
            fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }

        impl Arrive for $kind {
            type Given = Self;

            fn arrive(_: &str, given: Self) -> Result<Self, Error> {
                Ok(given)
            }
        }
    )*};
}

alike!(String, i64, f64, bool);

impl Cross for SystemTime {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(milliseconds(*self))
    }
}

impl Arrive for SystemTime {
    type Given = f64;

    fn arrive(name: &str, given: f64) -> Result<Self, Error> {
        time(name, given)
    }
}

/// The channel's ID, and its ISV code.
impl Arrive for Channel {
    type Given = (String, Option<String>);

    fn arrive(_: &str, (cust_space_id, isv_code): Self::Given) -> Result<Self, Error> {
        Ok(Self { cust_space_id, isv_code })
    }
}

impl<T: Cross> Cross for Option<T> {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Crossing).serialize(serializer)
    }
}

impl<T: Cross> Cross for Vec<T> {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Crossing))
    }
}

impl<T: Arrive> Arrive for Vec<T> {
    type Given = Vec<T::Given>;

    fn arrive(name: &str, given: Self::Given) -> Result<Self, Error> {
        given.into_iter().map(|item| T::arrive(name, item)).collect()
    }
}

impl<T: Cross> Cross for BTreeMap<String, T> {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, Crossing(value))))
    }
}

impl<T: Arrive> Arrive for BTreeMap<String, T> {
    type Given = BTreeMap<String, T::Given>;

    fn arrive(name: &str, given: Self::Given) -> Result<Self, Error> {
        given.into_iter().map(|(key, item)| Ok((key, T::arrive(name, item)?))).collect()
    }
}

impl Cross for AccessDeniedDetail {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("AccessDeniedDetail", 8)?;
        fields.serialize_field(&self.text)?;
        for field in [
            &self.policy_type,
            &self.auth_action,
            &self.auth_principal_type,
            &self.auth_principal_owner_id,
            &self.auth_principal_display_name,
            &self.no_permission_type,
            &self.encoded_diagnostic_message,
        ] {
            fields.serialize_field(field)?;
        }
        fields.end()
    }
}

/// What an error says, in the order in which the bindings take it.
impl Cross for Error {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let causes = std::iter::successors(std::error::Error::source(self), |cause| (*cause).source());
        let mut fields = serializer.serialize_tuple_struct("Error", 18)?;
        fields.serialize_field(self.kind().as_str())?;
        fields.serialize_field(self.message())?;
        fields.serialize_field(&self.to_string())?;
        fields.serialize_field(self.hint())?;
        fields.serialize_field(&self.code())?;
        fields.serialize_field(&self.request_id())?;
        fields.serialize_field(&self.http_status())?;
        fields.serialize_field(&self.is_retryable())?;
        fields.serialize_field(&self.retry_after().map(|wait| wait.as_secs_f64() * 1000.0))?;
        fields.serialize_field(&self.attempts())?;
        fields.serialize_field(&self.operation())?;
        fields.serialize_field(&self.access_denied_detail().map(Crossing))?;
        fields.serialize_field(&self.timeout_phase().map(TimeoutPhase::as_str))?;
        fields.serialize_field(&self.detail())?;
        fields.serialize_field(&self.cust_space_id())?;
        fields.serialize_field(&self.phone_number())?;
        fields.serialize_field(&self.template_code())?;
        fields.serialize_field(&causes.map(ToString::to_string).collect::<Vec<_>>())?;
        fields.end()
    }
}
