// What the clips are drawn with: flat shapes on a canvas of 640 x 360, in the colours of the articles' pictures.

/** The one palette of all clips. */
export const COLOURS = {
  ground: '#f4f2ee',
  paper: '#fff',
  faint: '#dfdad1',
  soft: '#cbc6bd',
  line: '#8f8a81',
  dark: '#3c3934',
  card: '#ece3d3',
  cardLine: '#c9bda6',
  tape: '#e2d6c0',
  accent: '#2450c4',
  tint: '#dfe6f8',
};

/** How far an action that lasts from `from` to `to` (seconds) has come at `t`: 0 before, 1 after, slow at both ends. */
export function between(t, from, to) {
  const part = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

/** From `a` to `b` as `part` goes from 0 to 1. */
export const mix = (a, b, part) => a + (b - a) * part;

/** A pen on a 2d context. Every method takes `{fill, stroke, width, dash}`; what is not named is not drawn. */
export class Pen {
  constructor(context) {
    this.context = context;
  }

  /** Draws with the origin moved, turned (radians), scaled, or faded. */
  at({ x = 0, y = 0, turn = 0, scale = 1, alpha = 1 }, draw) {
    const { context } = this;
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    context.scale(scale, scale);
    context.globalAlpha *= alpha;
    if (alpha > 0) draw();
    context.restore();
  }

  /** Draws within a rectangle alone. */
  within(x, y, width, height, draw) {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
  }

  /** A path in the words of SVG. */
  path(data, { fill, stroke, width = 2.5, dash = [], cap = 'round' } = {}) {
    const { context } = this;
    const shape = typeof data === 'string' ? new Path2D(data) : data;
    if (fill) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (!stroke) return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = cap;
    context.lineJoin = 'round';
    context.setLineDash(dash);
    context.stroke(shape);
  }

  box(x, y, width, height, { radius = 0, ...style } = {}) {
    const shape = new Path2D();
    shape.roundRect(x, y, width, height, radius);
    this.path(shape, style);
  }

  dot(x, y, radius, style) {
    this.arc(x, y, radius, 0, 1, style);
  }

  /** A part of a circle, from its top, `from` and `to` in turns. */
  arc(x, y, radius, from, to, style) {
    const shape = new Path2D();
    shape.arc(x, y, Math.max(0, radius), (from - 0.25) * 2 * Math.PI, (to - 0.25) * 2 * Math.PI);
    this.path(shape, style);
  }

  /** A line of writing that cannot be read. */
  words(x, y, width, { colour = COLOURS.faint, height = 9 } = {}) {
    if (width > 0) this.path(`M${x} ${y}h${width}`, { stroke: colour, width: height });
  }

  /** A bar code. */
  bars(x, y, width, height) {
    const widths = [2, 4, 2, 5, 2, 2, 4, 3, 2, 5, 3, 2, 4, 2, 2, 5, 2, 4, 3, 2];
    const unit = width / (widths.reduce((sum, each) => sum + each, 0) * 1.8);
    let at = x;
    for (const each of widths) {
      this.box(at, y, each * unit, height, { fill: COLOURS.dark });
      at += each * unit * 1.8;
    }
  }

  /** A tick on a disc, which grows as `part` goes from 0 to 1. */
  tick(x, y, radius, part, { fill = COLOURS.accent, stroke = COLOURS.paper } = {}) {
    if (part <= 0) return;
    this.dot(x, y, radius * Math.min(1, part * 1.6), { fill });
    const length = radius * 2.2;
    this.at({ x, y, scale: radius / 20 }, () =>
      this.path('M-9 0l6 7 12-13', {
        stroke,
        width: 4,
        dash: [(length * Math.max(0, part * 1.8 - 0.8) * 20) / radius, 999],
      }),
    );
  }

  /** A finger that touches at second `when`: a spot comes, sinks, and a ring goes out from it. */
  tap(x, y, t, when) {
    const near = between(t, when - 0.7, when - 0.1) * (1 - between(t, when + 0.35, when + 0.7));
    this.at({ alpha: near * 0.9 }, () =>
      this.dot(x, y, mix(17, 11, between(t, when - 0.15, when)), { fill: '#3c3934a0', stroke: COLOURS.paper }),
    );
    const out = between(t, when, when + 0.6);
    if (out > 0 && out < 1)
      this.at({ alpha: 1 - out }, () => this.dot(x, y, mix(10, 32, out), { stroke: COLOURS.dark }));
  }
}
