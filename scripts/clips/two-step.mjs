import { between, COLOURS as C, mix } from './pen.mjs';

/** A switch is turned on, six figures go from one device to the other, a slip is kept, the shield is whole. */
export const twoStep = { seconds: 13, posterAt: 6.1, draw };

const BOXES = [0, 1, 2, 3, 4, 5].map((i) => 108 + i * 29);

function drawPhone(pen, t) {
  pen.box(90, 26, 204, 308, { radius: 26, fill: C.paper, stroke: C.soft, width: 2 });
  pen.words(174, 44, 36, { height: 6 });
  pen.words(112, 82, 92, { colour: '#a9a49b' });
  pen.words(112, 104, 64);
  const on = between(t, 1.6, 2);
  pen.box(234, 76, 44, 26, { radius: 13, fill: on > 0.5 ? C.accent : C.soft });
  pen.dot(mix(247, 265, on), 89, 9, { fill: C.paper });
  pen.at({ alpha: between(t, 2.4, 3) }, () => {
    pen.words(112, 150, 120);
    BOXES.forEach((x, i) => {
      pen.box(x, 172, 24, 34, { radius: 5, fill: C.paper, stroke: landed(t, i) ? C.accent : C.line, width: 1.5 });
      if (landed(t, i)) pen.dot(x + 12, 189, 5, { fill: C.dark });
    });
    const pressed = t > 7.6 && t < 8;
    pen.box(112, 240, 160, 38, { radius: 11, fill: landed(t, 5) ? (pressed ? '#1b3d98' : C.accent) : C.faint });
    pen.words(164, 259, 56, { colour: C.paper, height: 7 });
  });
}

const landed = (t, i) => t > 5.4 + i * 0.28;

function drawToken(pen, t) {
  pen.box(-74, -106, 148, 212, { radius: 20, fill: C.paper, stroke: C.line });
  pen.dot(0, -36, 36, { stroke: C.faint, width: 7 });
  pen.arc(0, -36, 36, 0, 1 - ((t * 0.09) % 1), { stroke: C.accent, width: 7, cap: 'butt' });
  pen.path('M0 -54v18l11 8', { stroke: C.line });
  for (let i = 0; i < 6; i++) if (t < 4.8 + i * 0.28) pen.dot(-50 + i * 20, 48, 6, { fill: C.dark });
  pen.path('M-56 66h112', { stroke: C.faint, width: 3 });
}

function drawFlying(pen, t) {
  for (let i = 0; i < 6; i++) {
    const part = between(t, 4.8 + i * 0.28, 5.4 + i * 0.28);
    if (part <= 0 || part >= 1) continue;
    const x = mix(420 + i * 20, BOXES[i] + 12, part);
    pen.dot(x, mix(212, 189, part) - Math.sin(part * Math.PI) * 50, 6, { fill: C.accent });
  }
}

function drawSlip(pen) {
  pen.path('M-62 -84h124v168l-10-8-10.500 8-10-8-10.500 8-10.500-8-10.500 8-10-8-10.500 8-10.500-8-10 8-10.500-8-10 8z', { fill: C.paper, stroke: C.line, width: 2 }); // prettier-ignore
  for (let i = 0; i < 5; i++) {
    pen.words(-42, -58 + i * 26, 30, { colour: '#a9a49b', height: 8 });
    pen.words(12, -58 + i * 26, 30, { colour: '#a9a49b', height: 8 });
  }
}

function drawDrawer(pen) {
  pen.path('M380 262h180v62H380z', { fill: C.card, stroke: C.cardLine });
  pen.path('M446 290h48', { stroke: C.line, width: 5 });
}

function draw(pen, t) {
  drawPhone(pen, t);
  pen.tap(256, 89, t, 1.6);
  pen.at({ x: mix(760, 470, between(t, 3, 4)), y: 164, alpha: 1 - between(t, 8, 8.5) }, () => drawToken(pen, t));
  drawFlying(pen, t);
  pen.tap(192, 259, t, 7.7);
  pen.at({ alpha: between(t, 8.2, 8.7) }, () => {
    pen.within(300, 0, 340, 263, () =>
      pen.at({ x: 470, y: mix(120, 350, between(t, 9.8, 11)), scale: mix(0.6, 1, between(t, 8.2, 8.9)) }, () =>
        drawSlip(pen),
      ),
    );
    drawDrawer(pen);
  });
  const shield = between(t, 11, 11.6);
  pen.at({ x: 470, y: 140, scale: mix(0.7, 1, shield), alpha: shield }, () => {
    pen.path('M0 -62l50 18v36c0 36-22 58-50 70-28-12-50-34-50-70v-36z', { fill: C.tint, stroke: C.accent, width: 3 });
    pen.path('M-20 0l14 16 28-32', { stroke: C.accent, width: 6, dash: [100 * between(t, 11.4, 12.1), 999] });
  });
}
