import { between, COLOURS as C, mix } from './pen.mjs';

/** The label comes out of the printer, its bar code is measured, then read by a phone. */
export const labelScan = { seconds: 12, posterAt: 9.4, draw };

function drawLabel(pen) {
  pen.box(-130, -95, 260, 190, { radius: 4, fill: C.paper, stroke: C.soft, width: 2 });
  pen.words(-108, -70, 76, { colour: '#a9a49b' });
  pen.words(-108, -48, 112);
  pen.words(-108, -28, 84);
  pen.path('M-130 -8h260', { stroke: C.faint, width: 2 });
  pen.path('M72 -74l26 14v30l-26 14-26-14v-30zM46 -60l26 14 26-14M72 -46v30', { stroke: C.line, width: 2 });
  pen.bars(-100, 12, 200, 58);
}

function drawPrinter(pen) {
  pen.box(190, 232, 260, 84, { radius: 14, fill: C.paper, stroke: C.line });
  pen.path('M216 232v-18h208v18', { fill: C.faint, stroke: C.line });
  pen.dot(424, 292, 5, { fill: C.accent });
  pen.path('M214 276h120', { stroke: C.faint, width: 8 });
}

function drawRuler(pen, part) {
  pen.box(-112, 84, 224, 34, { radius: 5, fill: C.tint, stroke: C.accent });
  for (let i = 0; i <= 20; i++) pen.path(`M${-100 + i * 10} 84v${i % 5 ? 8 : 15}`, { stroke: C.accent, width: 1.5 });
  pen.path(`M-100 76v-12M-100 70h${200 * part}${part > 0.98 ? 'M100 76v-12' : ''}`, { stroke: C.accent, width: 3 });
}

function drawPhone(pen, t) {
  pen.box(-74, -132, 148, 264, { radius: 22, fill: C.paper, stroke: C.line });
  pen.box(-62, -112, 124, 224, { radius: 10, fill: C.ground });
  pen.bars(-48, -30, 96, 60);
  pen.path('M-54 -30v-14h14M54 -30v-14h-14M-54 30v14h14M54 30v14h-14', { stroke: C.accent, width: 3 });
  const sweep = Math.abs((((t - 7.4) / 1.1) % 2) - 1);
  if (t > 7.4 && t < 9.7) pen.path(`M-56 ${mix(34, -34, sweep)}h112`, { stroke: C.accent, width: 3 });
  pen.tick(0, 84, 20, between(t, 9.6, 10.3));
}

function draw(pen, t) {
  const out = between(t, 0.5, 2.6);
  const up = between(t, 2.8, 4);
  const aside = between(t, 6.6, 7.4);
  const place = { x: mix(320, 226, aside), y: mix(mix(322, 132, out), 176, up), scale: mix(0.72, 1.1, up) };
  if (up > 0) pen.at({ alpha: 1 - up, y: 60 * up }, () => drawPrinter(pen));
  if (up === 0) {
    pen.path('M216 232v-18h208v18', { fill: C.faint });
    pen.within(0, 0, 640, 233, () => pen.at(place, () => drawLabel(pen)));
    drawPrinter(pen);
    pen.within(0, 0, 640, 233, () => pen.at(place, () => drawLabel(pen)));
  } else {
    pen.at(place, () => {
      drawLabel(pen);
      pen.at({ y: mix(60, 0, between(t, 4, 4.6)), alpha: between(t, 4, 4.5) * (1 - aside) }, () =>
        drawRuler(pen, between(t, 4.7, 6)),
      );
    });
  }
  pen.at({ x: mix(740, 478, between(t, 6.6, 7.4)), y: 180 }, () => drawPhone(pen, t));
}
