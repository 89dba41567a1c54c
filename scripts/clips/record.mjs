// Runs in the page: draws a scene frame by frame and encodes it.
import { drawFrame, HEIGHT, SCENES, WIDTH } from './scenes.mjs';

/** Frames in a second, and how many seconds lie between two frames that a player can go to. */
export const FRAME_RATE = 20;
const SECONDS_PER_KEY = 2;
const BITS_PER_SECOND = 64_000;

/** The frames of a scene as VP9: `{timestampMs, isKey, data}` with `data` in base64, and how long it lasts. Rejects with the encoder's error. */
export async function recordScene(name) {
  const scene = SCENES[name];
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const frames = [];
  let failure = null;
  const encoder = new VideoEncoder({
    output: (chunk) => frames.push(toFrame(chunk)),
    error: (error) => (failure = error),
  });
  encoder.configure({
    codec: 'vp09.00.10.08', width: WIDTH, height: HEIGHT, bitrate: BITS_PER_SECOND, bitrateMode: 'variable', framerate: FRAME_RATE,
    latencyMode: 'quality',
  }); // prettier-ignore
  for (let i = 0; i < scene.seconds * FRAME_RATE && !failure; i++) {
    drawFrame(canvas, scene, i / FRAME_RATE);
    const frame = new VideoFrame(canvas, { timestamp: (i * 1e6) / FRAME_RATE, duration: 1e6 / FRAME_RATE });
    encoder.encode(frame, { keyFrame: i % (SECONDS_PER_KEY * FRAME_RATE) === 0 });
    frame.close();
    while (encoder.encodeQueueSize > 8) await new Promise((done) => setTimeout(done, 5));
  }
  await encoder.flush();
  if (failure) throw failure;
  return { frames, durationMs: scene.seconds * 1000, width: WIDTH, height: HEIGHT };
}

/** Second `t` of a scene as a picture in base64; `type` is `image/webp` or `image/png`. */
export async function takePicture(name, t, type) {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  drawFrame(canvas, SCENES[name], t);
  const blob = await canvas.convertToBlob({ type, quality: 0.82 });
  return toBase64(new Uint8Array(await blob.arrayBuffer()));
}

function toFrame(chunk) {
  const bytes = new Uint8Array(chunk.byteLength);
  chunk.copyTo(bytes);
  return { timestampMs: Math.round(chunk.timestamp / 1000), isKey: chunk.type === 'key', data: toBase64(bytes) };
}

function toBase64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
