// The clips by the name of their files.
import { changePayment } from './change-payment.mjs';
import { customsPapers } from './customs-papers.mjs';
import { kettleReset } from './kettle-reset.mjs';
import { labelScan } from './label-scan.mjs';
import { packReturn } from './pack-return.mjs';
import { COLOURS, Pen } from './pen.mjs';
import { twoStep } from './two-step.mjs';

/** Each scene: how long it lasts, which second is its poster, and `draw(pen, t)`, which draws second `t` on an empty ground. */
export const SCENES = {
  'label-scan': labelScan,
  'kettle-reset': kettleReset,
  'change-payment': changePayment,
  'two-step': twoStep,
  'pack-return': packReturn,
  'customs-papers': customsPapers,
};

export const WIDTH = 640;
export const HEIGHT = 360;

/** A canvas with second `t` of a scene. The same second always gives the same picture. */
export function drawFrame(canvas, scene, t) {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  context.fillStyle = COLOURS.ground;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  scene.draw(new Pen(context), t);
}
