//! The certificate with which an emulator answers over TLS, and the authority that signed it: made anew for each.

use std::error::Error;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use serde::{Deserialize, Serialize};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// What is wrong with the certificate that an emulator shows, if anything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ServerCertificate {
    /// Nothing: whoever trusts the authority can call `127.0.0.1` and `localhost`.
    #[default]
    Valid,
    /// Its time is over.
    Expired,
    /// It is another host's.
    OtherHost,
}

/// What a server needs to answer over TLS, and its clients to trust it.
pub(crate) struct Identity {
    pub(crate) acceptor: TlsAcceptor,
    /// The authority's certificate.
    pub(crate) ca_pem: String,
}

impl Identity {
    pub(crate) fn new(certificate: ServerCertificate) -> Result<Self, Box<dyn Error + Send + Sync>> {
        let mut parameters = CertificateParams::new(Vec::new())?;
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let key = KeyPair::generate()?;
        // Authorities that share a name are taken for one whose signatures are wrong.
        let own = key
            .public_key_raw()
            .iter()
            .rev()
            .take(8)
            .fold(String::new(), |own, byte| format!("{own}{byte:02x}"));
        parameters
            .distinguished_name
            .push(DnType::CommonName, format!("cams-roi emulator's authority {own}"));
        let authority = CertifiedIssuer::self_signed(parameters, key)?;
        let names: &[&str] = match certificate {
            ServerCertificate::OtherHost => &["other.invalid"],
            ServerCertificate::Valid | ServerCertificate::Expired => &["127.0.0.1", "localhost"],
        };
        let mut parameters =
            CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())?;
        parameters.distinguished_name.push(DnType::CommonName, "cams-roi emulator");
        if certificate == ServerCertificate::Expired {
            parameters.not_before = date_time_ymd(2020, 1, 1);
            parameters.not_after = date_time_ymd(2021, 1, 1);
        }
        let key = KeyPair::generate()?;
        let signed = parameters.signed_by(&key, &authority)?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![signed.der().clone()], key)?;
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), ca_pem: authority.pem() })
    }
}
