//! A session of a RAM role: what both ways of getting one from STS have in common.

use std::borrow::Cow;

use jiff::Timestamp;

use super::Environment;
use super::failure::Reason;
use crate::endpoint::Endpoint;

pub(super) const ROLE_ARN: &str = "ALIBABA_CLOUD_ROLE_ARN";
const SESSION_NAME: &str = "ALIBABA_CLOUD_ROLE_SESSION_NAME";
const STS_REGION: &str = "ALIBABA_CLOUD_STS_REGION";
const VPC_ENDPOINT_ENABLED: &str = "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED";

const DEFAULT_SECONDS: u64 = 3600;
/// What STS itself allows at least.
const MINIMUM_SECONDS: u64 = 900;

/// Which session to ask for, and where. What is absent comes from the environment, or has a default.
#[derive(Clone, Debug, Default)]
pub(super) struct RoleSession {
    pub(super) name: Option<String>,
    pub(super) seconds: Option<u64>,
    pub(super) policy: Option<String>,
    pub(super) sts_region: Option<String>,
    pub(super) use_vpc: Option<bool>,
    pub(super) sts_endpoint: Option<String>,
}

impl RoleSession {
    /// The parameters of either action.
    pub(super) fn parameters(
        &self,
        role_arn: &str,
        environment: &Environment,
        now: Timestamp,
    ) -> Result<Vec<(Cow<'static, str>, String)>, Reason> {
        let seconds = self.seconds.unwrap_or(DEFAULT_SECONDS);
        if seconds < MINIMUM_SECONDS {
            return Err(format!(
                "a session of {seconds} seconds is too short: ask for {MINIMUM_SECONDS} at least, and for no more \
                 than the role's maximum session duration"
            )
            .into());
        }
        let name = environment.given_or(self.name.as_ref(), SESSION_NAME)?;
        let name = name.unwrap_or_else(|| format!("cams-roi-{}", now.as_second()));
        let mut parameters = vec![
            ("DurationSeconds".into(), seconds.to_string()),
            ("RoleArn".into(), role_arn.to_owned()),
            ("RoleSessionName".into(), name),
        ];
        parameters.extend(self.policy.clone().map(|policy| ("Policy".into(), policy)));
        Ok(parameters)
    }

    /// A given address wins; the VPC's address exists only by region.
    pub(super) fn endpoint(&self, environment: &Environment) -> Result<Endpoint, Reason> {
        let region = environment.given_or(self.sts_region.as_ref(), STS_REGION)?;
        let use_vpc = self.use_vpc.unwrap_or_else(|| environment.is_true(VPC_ENDPOINT_ENABLED));
        let host = match (&self.sts_endpoint, region) {
            (Some(endpoint), _) => endpoint.clone(),
            (None, Some(region)) if use_vpc => format!("sts-vpc.{region}.aliyuncs.com"),
            (None, Some(region)) => format!("sts.{region}.aliyuncs.com"),
            (None, None) => "sts.aliyuncs.com".to_owned(),
        };
        Endpoint::choose(Some(&host), "").map_err(|error| format!("STS {}", error.message()).into())
    }
}

/// Whose limits the calls with a role count against: its account, which the ARN names (`acs:ram::<account>:role/…`).
pub(super) fn account_of(role_arn: &str) -> String {
    let account = role_arn.split(':').nth(3).filter(|account| !account.is_empty());
    account.unwrap_or(role_arn).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(session: &RoleSession, variables: &[(&str, &str)]) -> String {
        session.endpoint(&Environment::of(variables.iter().copied())).unwrap().url
    }

    #[test]
    fn sts_is_where_the_region_and_the_network_say() {
        let plain = RoleSession::default();
        let region = (STS_REGION, "cn-hangzhou");
        let vpc = (VPC_ENDPOINT_ENABLED, "TRUE");
        assert_eq!(host(&plain, &[]), "https://sts.aliyuncs.com/");
        assert_eq!(
            host(&plain, &[vpc]),
            "https://sts.aliyuncs.com/",
            "there is no VPC address without a region"
        );
        assert_eq!(host(&plain, &[region]), "https://sts.cn-hangzhou.aliyuncs.com/");
        assert_eq!(host(&plain, &[region, vpc]), "https://sts-vpc.cn-hangzhou.aliyuncs.com/");
        let own =
            RoleSession { sts_region: Some("eu-central-1".into()), use_vpc: Some(false), ..plain.clone() };
        assert_eq!(host(&own, &[region, vpc]), "https://sts.eu-central-1.aliyuncs.com/");
        let given = RoleSession { sts_endpoint: Some("http://127.0.0.1:9".into()), ..own };
        assert_eq!(host(&given, &[region, vpc]), "http://127.0.0.1:9/");
        let bad = RoleSession { sts_region: Some("a b".into()), ..plain };
        assert!(
            bad.endpoint(&Environment::of([("", "")]))
                .unwrap_err()
                .to_string()
                .contains("sts.a b.aliyuncs.com")
        );
    }

    #[test]
    fn a_role_belongs_to_the_account_that_its_arn_names() {
        assert_eq!(account_of("acs:ram::1234567890123456:role/metrics"), "1234567890123456");
        for not_an_arn in ["metrics", "acs:ram:::role/metrics", ""] {
            assert_eq!(account_of(not_an_arn), not_an_arn);
        }
    }

    #[test]
    fn sessions_have_a_name_and_a_duration_that_sts_takes() {
        let now = Timestamp::from_second(1_700_000_000).unwrap();
        let ask = |session: &RoleSession, variables: &[(&str, &str)]| {
            session.parameters("arn", &Environment::of(variables.iter().copied()), now).map(|parameters| {
                parameters
                    .into_iter()
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect::<Vec<_>>()
                    .join("&")
            })
        };
        let plain = RoleSession::default();
        assert_eq!(
            ask(&plain, &[]).unwrap(),
            "DurationSeconds=3600&RoleArn=arn&RoleSessionName=cams-roi-1700000000"
        );
        assert!(ask(&plain, &[(SESSION_NAME, "pod")]).unwrap().ends_with("&RoleSessionName=pod"));
        let full = RoleSession {
            name: Some("mine".into()),
            seconds: Some(900),
            policy: Some("{}".into()),
            ..RoleSession::default()
        };
        let asked = ask(&full, &[(SESSION_NAME, "pod")]).unwrap();
        assert_eq!(asked, "DurationSeconds=900&RoleArn=arn&RoleSessionName=mine&Policy={}");
        let short = RoleSession { seconds: Some(899), ..full };
        assert!(ask(&short, &[]).unwrap_err().to_string().contains("899 seconds is too short: ask for 900"));
    }
}
