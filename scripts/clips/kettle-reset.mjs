import { between, COLOURS as C, mix } from './pen.mjs';

/** The kettle is set on its base, two buttons are held while a ring fills, three tones sound, the lamp blinks. */
export const kettleReset = { seconds: 14, posterAt: 5.6, draw };

const HELD_FROM = 3.4;
const HELD_TO = 8.4;
const TONES = [8.7, 9.4, 10.1];

function drawKettle(pen) {
  pen.path('M380 76c60-8 60 94 8 98', { fill: C.ground, stroke: C.line });
  pen.path('M256 194l16-144h104l16 144z', { fill: C.paper, stroke: C.line });
  pen.path('M272 50c6-26 98-26 104 0M314 28c0-14 20-14 20 0', { fill: C.paper, stroke: C.line });
  pen.path('M267 96l-34-28 6-12 34 14', { fill: C.paper, stroke: C.line });
  pen.path('M300 90v76M314 150h-14M314 120h-14M314 90h-14', { stroke: C.faint, width: 2.5 });
}

function drawButton(pen, x, y, held) {
  const fill = held ? C.accent : C.tint;
  const mark = held ? C.paper : C.accent;
  pen.dot(x, y, held ? 20 : 22, { fill, stroke: C.accent });
  return mark;
}

function drawBase(pen, t) {
  const held = t > HELD_FROM && t < HELD_TO;
  pen.path('M232 194h184l16 84H216z', { fill: C.paper, stroke: C.line });
  const left = drawButton(pen, 268, 238, held);
  pen.path('M257 236c7-8 15-8 22 0M262 242c4-4 8-4 12 0', { stroke: left });
  pen.dot(268, 248, 1.8, { fill: left });
  const right = drawButton(pen, 380, 238, held);
  pen.path('M371 238h18', { stroke: right });
  const isLit = t > 10.6 && (t - 10.6) % 0.9 < 0.45;
  if (isLit) pen.dot(324, 238, 13, { fill: C.tint });
  pen.dot(324, 238, 6, { fill: isLit ? C.accent : C.soft });
}

function drawRings(pen, t) {
  const part = Math.min(1, Math.max(0, (t - HELD_FROM) / (HELD_TO - HELD_FROM)));
  const shown = between(t, HELD_FROM - 0.3, HELD_FROM) * (1 - between(t, HELD_TO, HELD_TO + 0.4));
  pen.at({ alpha: shown }, () => {
    pen.dot(324, 128, 34, { fill: C.paper, stroke: C.faint, width: 7 });
    pen.arc(324, 128, 34, 0, part, { stroke: C.accent, width: 7, cap: 'butt' });
    for (let i = 0; i < 10; i++)
      pen.at({ x: 324, y: 128, turn: (i / 10) * 2 * Math.PI }, () =>
        pen.path('M0 -42v-6', { stroke: C.line, width: 2 }),
      );
    pen.words(312, 128, 24 * part, { colour: C.accent, height: 6 });
  });
}

function drawTones(pen, t) {
  for (const when of TONES) {
    const part = between(t, when, when + 0.6);
    if (part <= 0 || part >= 1) continue;
    pen.at({ x: 446, y: 232, alpha: 1 - part * 0.8 }, () => {
      for (const i of [0, 1, 2]) pen.arc(0, 0, 14 + i * 14 + part * 10, 0.13, 0.37, { stroke: C.accent, width: 3 });
    });
  }
  TONES.forEach((when, i) => pen.dot(492 + i * 26, 128, 7, { fill: t > when ? C.accent : undefined, stroke: t > 8.4 ? C.accent : '#0000' })); // prettier-ignore
}

function draw(pen, t) {
  pen.path('M70 300h500', { stroke: C.faint });
  pen.at({ y: 22 }, () => {
    drawBase(pen, t);
    pen.at(
      { y: mix(-110, 0, between(t, 0.6, 2)), x: mix(-50, 0, between(t, 0.4, 1.8)), alpha: between(t, 0, 0.5) },
      () => drawKettle(pen),
    );
    drawRings(pen, t);
    for (const x of [268, 380])
      pen.at(
        { alpha: between(t, HELD_FROM - 0.7, HELD_FROM - 0.1) * (1 - between(t, HELD_TO + 0.1, HELD_TO + 0.5)) },
        () => pen.dot(x, 252, 30, { fill: '#2450c440' }),
      );
    drawTones(pen, t);
    pen.at({ x: 150, y: 120, alpha: between(t, 11.2, 11.8) }, () => {
      pen.path('M-36 -4c20-22 52-22 72 0M-22 12c12-13 32-13 44 0', { stroke: C.soft, width: 6 });
      pen.dot(0, 28, 5, { fill: C.soft });
      pen.path('M-34 34L34 -30', { stroke: C.accent, width: 5, dash: [96 * between(t, 11.8, 12.4), 999] });
    });
  });
}
