//! Client for the WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS).

pub mod credentials;
pub mod secret;
pub mod signature;

pub use credentials::Credentials;
