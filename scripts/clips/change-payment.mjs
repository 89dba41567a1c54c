import { between, COLOURS as C, mix } from './pen.mjs';

/** An unpaid order on a phone: pay, another way, confirm, and the parcel is free to go. */
export const changePayment = { seconds: 12, posterAt: 5, draw };

const ROWS = [150, 196, 242];

function drawOrder(pen, t) {
  pen.box(214, 20, 212, 320, { radius: 26, fill: C.paper, stroke: C.soft, width: 2 });
  pen.words(302, 38, 36, { height: 6 });
  pen.box(236, 62, 54, 54, { radius: 8, fill: C.card, stroke: C.cardLine, width: 2 });
  pen.path('M263 62v54', { stroke: C.tape, width: 10, cap: 'butt' });
  pen.words(308, 76, 86, { colour: '#a9a49b' });
  pen.words(308, 98, 54);
  const left = 1 - t / 40;
  pen.dot(394, 104, 9, { stroke: C.faint, width: 4 });
  pen.arc(394, 104, 9, 0, left, { stroke: C.line, width: 4, cap: 'butt' });
  pen.path('M236 136h168', { stroke: C.faint, width: 2 });
  [112, 84, 132].forEach((width, i) => pen.words(240, 160 + i * 26, width, { height: 7 }));
  pen.box(236, 280, 168, 40, { radius: 12, fill: t > 8.3 ? C.tint : C.accent });
  if (t < 8.3) pen.words(290, 300, 60, { colour: C.paper, height: 7 });
}

const MARKS = [
  (pen) => {
    pen.box(-18, -12, 36, 24, { radius: 4, fill: C.paper, stroke: C.line, width: 2 });
    pen.path('M-18 -4h36', { stroke: C.line, width: 4, cap: 'butt' });
  },
  (pen) => {
    pen.path('M-17 -8h30a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-26a4 4 0 0 1-4-4z', {
      fill: C.paper,
      stroke: C.line,
      width: 2,
    });
    pen.dot(10, 3, 2.5, { fill: C.line });
  },
  (pen) => pen.path('M-18 -4L0 -14 18 -4zM-12 0v10M0 0v10M12 0v10M-18 14h36', { stroke: C.line, width: 2 }),
];

function drawSheet(pen, t) {
  const chosen = mix(0, 1, between(t, 5.6, 6));
  pen.box(214, 124, 212, 216, { radius: 20, fill: C.paper, stroke: C.soft, width: 2 });
  pen.box(228, mix(ROWS[0], ROWS[1], chosen) - 20, 184, 40, { radius: 10, fill: C.tint, stroke: C.accent, width: 2 });
  ROWS.forEach((y, i) => {
    pen.at({ x: 258, y }, () => MARKS[i](pen));
    pen.words(290, y, [64, 48, 72][i], { colour: '#a9a49b', height: 7 });
    const isChosen = i === (chosen > 0.5 ? 1 : 0);
    pen.dot(394, y, 8, { fill: C.paper, stroke: isChosen ? C.accent : C.soft, width: 2 });
    if (isChosen) pen.dot(394, y, 4, { fill: C.accent });
  });
  pen.box(236, 286, 168, 38, { radius: 12, fill: between(t, 7.2, 7.4) ? '#1b3d98' : C.accent });
  pen.words(290, 305, 60, { colour: C.paper, height: 7 });
}

function drawParcel(pen) {
  pen.box(-52, -38, 104, 76, { radius: 3, fill: C.card, stroke: C.cardLine, width: 2 });
  pen.box(-12, -38, 24, 76, { fill: C.tape });
  pen.box(14, -2, 30, 24, { radius: 2, fill: C.paper, stroke: C.soft, width: 1.5 });
}

function draw(pen, t) {
  const aside = between(t, 8, 9);
  pen.at({ x: mix(0, -120, aside) }, () => {
    drawOrder(pen, t);
    const up = between(t, 2.6, 3.4) * (1 - between(t, 7.8, 8.4));
    pen.within(213, 20, 214, 321, () => pen.at({ y: mix(230, 0, up) }, () => drawSheet(pen, t)));
    pen.tap(320, 300, t, 2.2);
    pen.tap(360, ROWS[1], t, 5.5);
    pen.tap(320, 305, t, 7.2);
    pen.tick(320, 300, 15, between(t, 8.4, 9.1));
  });
  pen.at({ x: mix(500, 450, between(t, 9, 10)), y: 250, alpha: between(t, 9, 9.6) }, () => drawParcel(pen));
  const gone = between(t, 10, 11.4);
  if (gone > 0) pen.path('M516 250h58M560 238l14 12-14 12', { stroke: C.accent, width: 4, dash: [gone * 120, 999] });
  pen.path('M384 290h200', { stroke: aside ? C.faint : '#0000' });
}
