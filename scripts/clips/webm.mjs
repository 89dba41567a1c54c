// Writes WebM files with their length and an index at the front, so that players can go to any second at once; what a browser's own recorder writes has
// neither. The format: https://www.rfc-editor.org/rfc/rfc9559 (Matroska) and https://www.webmproject.org/docs/container/.

const ID = {
  EBML: 0x1a45dfa3, version: 0x4286, readVersion: 0x42f7, maxIdLength: 0x42f2, maxSizeLength: 0x42f3, docType: 0x4282,
  docTypeVersion: 0x4287, docTypeReadVersion: 0x4285, Segment: 0x18538067, Info: 0x1549a966, timestampScale: 0x2ad7b1,
  duration: 0x4489, muxingApp: 0x4d80, writingApp: 0x5741, Tracks: 0x1654ae6b, TrackEntry: 0xae, trackNumber: 0xd7,
  trackUid: 0x73c5, trackType: 0x83, lacing: 0x9c, codecId: 0x86, Video: 0xe0, pixelWidth: 0xb0, pixelHeight: 0xba,
  Cues: 0x1c53bb6b, CuePoint: 0xbb, cueTime: 0xb3, CueTrackPositions: 0xb7, cueTrack: 0xf7, cueClusterPosition: 0xf1,
  Cluster: 0x1f43b675, timestamp: 0xe7, simpleBlock: 0xa3,
}; // prettier-ignore

/**
 * A WebM file with one VP9 track. `frames` are `{timestampMs, isKey, data: Buffer}` in order and begin with a key frame; each key frame begins a cluster.
 *
 * @returns {Buffer}
 */
export function writeWebm({ frames, durationMs, width, height }) {
  const clusters = [];
  for (const frame of frames) {
    if (frame.isKey) clusters.push([]);
    clusters.at(-1).push(frame);
  }
  const written = clusters.map(clusterOf);
  const head = Buffer.concat([infoOf(durationMs), trackOf(width, height)]);
  const startOf = (i, from) => from + written.slice(0, i).reduce((sum, { length }) => sum + length, 0);
  const indexFrom = (from) =>
    element(ID.Cues, ...clusters.map(([first], i) => cuePoint(first.timestampMs, startOf(i, from))));
  // Places have a fixed length, so the index is as long before they are known as after.
  const index = indexFrom(head.length + indexFrom(0).length);
  return Buffer.concat([ebmlHead(), element(ID.Segment, head, index, ...written)]);
}

const ebmlHead = () =>
  element(
    ID.EBML, number(ID.version, 1), number(ID.readVersion, 1), number(ID.maxIdLength, 4), number(ID.maxSizeLength, 8),
    text(ID.docType, 'webm'), number(ID.docTypeVersion, 4), number(ID.docTypeReadVersion, 2),
  ); // prettier-ignore

function infoOf(durationMs) {
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(durationMs);
  const app = 'HelpKiosk make-clips';
  return element(
    ID.Info, number(ID.timestampScale, 1_000_000), element(ID.duration, duration), text(ID.muxingApp, app), text(ID.writingApp, app),
  ); // prettier-ignore
}

function trackOf(width, height) {
  const video = element(ID.Video, number(ID.pixelWidth, width), number(ID.pixelHeight, height));
  const entry = element(
    ID.TrackEntry, number(ID.trackNumber, 1), number(ID.trackUid, 1), number(ID.trackType, 1), number(ID.lacing, 0),
    text(ID.codecId, 'V_VP9'), video,
  ); // prettier-ignore
  return element(ID.Tracks, entry);
}

const cuePoint = (timestampMs, place) =>
  element(
    ID.CuePoint,
    number(ID.cueTime, timestampMs),
    element(ID.CueTrackPositions, number(ID.cueTrack, 1), number(ID.cueClusterPosition, place)),
  );

function clusterOf(frames) {
  const [{ timestampMs: start }] = frames;
  const blocks = frames.map(({ timestampMs, isKey, data }) => {
    const head = Buffer.from([0x81, 0, 0, isKey ? 0x80 : 0]);
    head.writeInt16BE(timestampMs - start, 1);
    return element(ID.simpleBlock, head, data);
  });
  return element(ID.Cluster, number(ID.timestamp, start), ...blocks);
}

function element(id, ...content) {
  const length = content.reduce((sum, each) => sum + each.length, 0);
  const size = Buffer.alloc(4);
  // The first bits of a length say how many bytes it has: four here, always.
  size.writeUInt32BE(length + 0x10000000);
  return Buffer.concat([idOf(id), size, ...content]);
}

const idOf = (id) =>
  Buffer.from(id.toString(16).padStart(id.toString(16).length + (id.toString(16).length % 2), '0'), 'hex');

function number(id, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return element(id, bytes);
}

const text = (id, value) => element(id, Buffer.from(value));
