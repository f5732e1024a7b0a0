//! What a call is about.

/// What a call is about: the fields by which its errors and log records name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject<'a> {
    /// The channel (`CustSpaceId`).
    pub cust_space_id: Option<&'a str>,
    /// The phone number (`PhoneNumber`).
    pub phone_number: Option<&'a str>,
    /// The template (`TemplateCode`).
    pub template_code: Option<&'a str>,
}

impl<'a> Subject<'a> {
    /// What names and values of parameters say.
    pub(crate) fn of<N: AsRef<str> + 'a, V: AsRef<str> + 'a>(parameters: &'a [(N, V)]) -> Self {
        let mut subject = Self::default();
        for (name, value) in parameters {
            let value = value.as_ref();
            match name.as_ref() {
                "CustSpaceId" => subject.cust_space_id = Some(value),
                "PhoneNumber" => subject.phone_number = Some(value),
                "TemplateCode" => subject.template_code = Some(value),
                _ => {}
            }
        }
        subject
    }
}
