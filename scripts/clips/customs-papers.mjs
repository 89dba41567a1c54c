import { between, COLOURS as C, mix } from './pen.mjs';

/** From the order to its invoice, three lines are compared, the file goes to the authority, which nods. */
export const customsPapers = { seconds: 13, posterAt: 6.4, draw };

const LINES = [112, 164, 216];
const CHECKED = [4.2, 5.2, 6.2];

function drawOrder(pen, t) {
  pen.box(70, 44, 300, 272, { radius: 14, fill: C.paper, stroke: C.soft, width: 2 });
  pen.path('M70 78h300', { stroke: C.faint, width: 2 });
  for (const x of [90, 104, 118]) pen.dot(x, 61, 4, { fill: C.faint });
  pen.words(96, 106, 110, { colour: '#a9a49b' });
  pen.words(96, 130, 70);
  pen.box(246, 96, 100, 40, { radius: 11, fill: t > 1.8 && t < 2.2 ? '#1b3d98' : C.accent });
  pen.path('M264 106h10l7 7v13h-17zM274 106v7h7', { stroke: C.paper, width: 2 });
  pen.words(294, 116, 34, { colour: C.paper, height: 7 });
  pen.path('M104 236h220', { stroke: C.faint, width: 4 });
  [104, 214, 324].forEach((x, i) => pen.dot(x, 236, 11, { fill: i === 1 ? C.accent : C.paper, stroke: i === 1 ? C.accent : C.soft })); // prettier-ignore
  pen.words(90, 272, 30, { height: 7 });
  pen.words(198, 272, 34, { height: 7 });
  pen.words(310, 272, 28, { height: 7 });
}

function drawInvoice(pen, t) {
  pen.path('M-96 -136h150l42 42v230h-192z', { fill: C.paper, stroke: C.line, width: 2 });
  pen.path('M54 -136v42h42', { stroke: C.line, width: 2 });
  pen.words(-74, -108, 70, { colour: '#a9a49b' });
  LINES.forEach((y, i) => {
    pen.words(-74, y - 180, [84, 58, 70][i]);
    pen.words(-74, y - 164, [50, 76, 44][i], { height: 6 });
    pen.tick(68, y - 172, 12, between(t, CHECKED[i] + 0.4, CHECKED[i] + 0.9));
  });
  pen.path('M-74 84h148', { stroke: C.faint, width: 2 });
  pen.words(10, 106, 62, { colour: '#a9a49b' });
}

function drawGlass(pen, t) {
  const y = LINES.reduce((at, line, i) => mix(at, line, between(t, CHECKED[i] - 0.5, CHECKED[i])), 84);
  pen.at(
    { x: mix(400, 420, between(t, 3.6, 4.2)), y: y + 6, alpha: between(t, 3.5, 3.9) * (1 - between(t, 7, 7.4)) },
    () => {
      pen.path('M22 22l30 32', { stroke: C.dark, width: 8 });
      pen.dot(0, 0, 30, { fill: '#dfe6f880', stroke: C.accent, width: 4 });
    },
  );
}

function drawOffice(pen, t) {
  pen.path('M-100 -44L0 -104l100 60z', { fill: C.paper, stroke: C.line });
  pen.box(-88, -44, 176, 18, { fill: C.paper, stroke: C.line });
  for (const x of [-72, -28, 16, 60]) pen.box(x - 2, -26, 16, 92, { fill: C.paper, stroke: C.line });
  pen.path('M-104 66h208v20h-208z', { fill: C.paper, stroke: C.line });
  pen.tick(0, -68, 17, between(t, 10.6, 11.3));
}

function draw(pen, t) {
  const opened = between(t, 2.3, 3.3);
  const sent = between(t, 7.6, 9.6);
  pen.at({ x: mix(0, -46, opened), alpha: mix(1, 0.35, opened) * (1 - between(t, 7.2, 7.8)) }, () => drawOrder(pen, t));
  pen.tap(296, 116, t, 1.9);
  pen.at({ x: 480, y: 206, alpha: between(t, 7.4, 8.2) }, () => drawOffice(pen, t));
  if (t > 7.8) {
    pen.path('M180 120c66-48 124-50 176-18', { stroke: C.accent, width: 3, dash: [7, 9] });
    pen.path('M362 90l4 20-20-1', { stroke: C.accent, width: 3 });
  }
  const arc = Math.sin(sent * Math.PI) * 70;
  const size = mix(mix(0.5, 1, opened), 0.26, sent);
  const home = mix(mix(560, 380, opened), 190, between(t, 7, 7.8));
  pen.at(
    { x: mix(home, 480, sent), y: mix(180, 230, sent) - arc, scale: size, alpha: opened * (1 - between(t, 9.5, 9.8)) },
    () => drawInvoice(pen, t),
  );
  drawGlass(pen, t);
}
