//! What journals are read from, as a function of bytes, for the fuzz targets.

use super::enabled::RecordedLine;
use super::lines::read;

/// A journal of a run that enables channels.
///
/// # Panics
/// If what is kept of a file is read otherwise than the file was.
pub fn journal(data: &[u8]) {
    let mut records = Vec::new();
    let Ok(extent) = read(data, |it: RecordedLine| records.push((it.endpoint, it.cust_space_id, it.status)))
    else {
        return;
    };
    assert!(extent.length <= data.len(), "{extent:?}");
    let mut again = Vec::new();
    let kept = &data[..extent.length];
    let second = read(kept, |it: RecordedLine| again.push((it.endpoint, it.cust_space_id, it.status)));
    let length = second.map(|extent| extent.length);
    assert_eq!((length, again), (Ok(extent.length), records), "what is kept is a whole journal");
}
