import { between, COLOURS as C, mix } from './pen.mjs';

/** The thing goes into its box with room on all sides, the old label is covered, the new one stuck on, a receipt comes back. */
export const packReturn = { seconds: 14, posterAt: 10.6, draw };

function drawThing(pen) {
  pen.path('M-34 42l8-60h52l8 60z', { fill: C.paper, stroke: C.line });
  pen.path('M-26 -18c4-16 48-16 52 0M-6 -31c0-8 12-8 12 0M28 -8c28-4 28 40 3 42', {
    fill: 'transparent',
    stroke: C.line,
  });
}

function drawCable(pen) {
  pen.path('M-16 0c0-18 32-18 32 0s-32 18-32 0M-8 0c0-9 16-9 16 0s-16 9-16 0M16 0h16', { stroke: C.line, width: 3 });
  pen.box(32, -6, 10, 12, { radius: 2, fill: C.paper, stroke: C.line, width: 2 });
}

function drawBack(pen, closed) {
  pen.box(196, 140, 248, 156, { radius: 3, fill: C.tape, stroke: C.cardLine, width: 2 });
  if (closed > 0) return;
  pen.path('M196 140l-34-38M444 140l34-38', { stroke: C.cardLine, width: 3 });
}

function drawFront(pen, closed) {
  const lift = mix(0, 1, closed);
  pen.box(196, mix(214, 140, lift), 248, mix(82, 156, lift), { radius: 3, fill: C.card, stroke: C.cardLine, width: 2 });
  if (closed > 0) {
    const reach = 124 * closed;
    pen.path(`M196 140l${reach} ${mix(-60, 0, closed)}M444 140l${-reach} ${mix(-60, 0, closed)}`, {
      stroke: C.cardLine,
      width: 3,
    });
  }
  if (closed > 0.98) pen.box(308, 140, 24, 156, { fill: C.tape });
}

function drawRoom(pen, t) {
  const shown = between(t, 3.2, 3.7) * (1 - between(t, 4.7, 5.1));
  pen.at({ alpha: shown }, () => {
    for (const [x, turn] of [
      [226, 0],
      [414, Math.PI],
    ])
      // prettier-ignore
      pen.at({ x, y: 176, turn }, () => pen.path('M-24 0h44M-16 -7l-8 7 8 7M12 -7l8 7-8 7', { stroke: C.accent, width: 3 }));
  });
}

function drawLabel(pen, style) {
  pen.box(-44, -32, 88, 64, { radius: 3, fill: C.paper, stroke: style.stroke, width: 2 });
  pen.words(-34, -18, 34, { height: 6 });
  pen.words(-34, -6, 48, { height: 6 });
  pen.bars(-34, 6, 68, 18);
}

function drawCounter(pen, t) {
  const print = between(t, 12, 12.9);
  pen.path('M40 296h560', { stroke: C.line });
  pen.at({ x: 520, y: 296 }, () => {
    pen.within(-60, -240, 120, 170, () =>
      pen.at({ y: mix(96, 0, print) }, () => {
        pen.box(-30, -166, 60, 110, { radius: 2, fill: C.paper, stroke: C.accent, width: 2 });
        pen.words(-18, -146, 36, { height: 6 });
        pen.words(-18, -130, 26, { height: 6 });
        pen.tick(0, -102, 12, between(t, 12.9, 13.4));
      }),
    );
    pen.box(-44, -70, 88, 70, { radius: 8, fill: C.paper, stroke: C.line });
    pen.path('M-30 -58h60', { stroke: C.dark, width: 3 });
    pen.dot(28, -16, 4, { fill: C.accent });
  });
}

function draw(pen, t) {
  const closed = between(t, 6.4, 7.4);
  const handed = between(t, 11.1, 11.9);
  pen.at({ alpha: handed }, () => drawCounter(pen, t));
  if (handed < 1) pen.at({ alpha: 1 - handed }, () => pen.path('M90 296h460', { stroke: C.faint }));
  pen.at({ x: mix(0, -70, handed), y: 0 }, () => {
    drawBack(pen, closed);
    pen.at({ x: 316, y: mix(-60, 214, between(t, 0.5, 1.7)) }, () => drawThing(pen));
    pen.at({ x: 384, y: mix(-60, 196, between(t, 1.7, 2.8)) }, () => drawCable(pen));
    drawRoom(pen, t);
    const slip = between(t, 4.8, 6);
    pen.at({ x: 272, y: mix(-60, 190, slip), turn: mix(-0.3, -0.06, slip) }, () => {
      pen.box(-26, -34, 52, 68, { radius: 2, fill: C.paper, stroke: C.accent, width: 2 });
      pen.words(-14, -16, 28, { height: 6 });
      pen.words(-14, -2, 20, { height: 6 });
    });
    drawFront(pen, closed);
    pen.at({ x: 252, y: 254, alpha: between(t, 7.2, 7.6) }, () => {
      drawLabel(pen, { stroke: C.soft });
      const over = between(t, 8, 9);
      if (over > 0) pen.box(-50, -38, 100 * over, 76, { radius: 3, fill: C.cardLine });
    });
    const stuck = between(t, 9.4, 10.8);
    if (t > 9.2)
      pen.at({ x: mix(700, 386, stuck), y: mix(120, 208, stuck), turn: mix(0.5, 0, stuck), scale: 1.15 }, () =>
        drawLabel(pen, { stroke: C.accent }),
      );
  });
}
