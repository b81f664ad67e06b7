// A package in the middle, the packages that require it on one side, and those that it depends on on the other.
import { packagePath, requiredByPath } from './answers.js';
import { element, number, shape } from './elements.js';

const SHOWN = 10; // on each side
const ROW = 36;
const BOX = 28; // high

/** The neighbourhood of a package: side by side, or one below the other if there is little room. */
export function drawing(found, requiring) {
  const figure = element('figure', { class: 'neighbourhood' });
  const narrow = matchMedia('(max-width: 45rem)');
  const draw = () => figure.replaceChildren(...picture(found, requiring, narrow.matches));
  narrow.addEventListener('change', draw);
  draw();
  return figure;
}

function picture(found, requiring, isNarrow) {
  const before = side(requiring.items, requiring.total, requiredByPath(found.name));
  const after = side(found.depends, found.depends.length, '#depends');
  const middle = { text: found.name, path: '#main', kind: 'middle' };
  const text = `What requires ${found.name} is ${isNarrow ? 'above' : 'on the left'}, `
    + `what it depends on is ${isNarrow ? 'below' : 'on the right'}. Dead links are dashed.`;
  const layout = isNarrow ? stacked(before, middle, after) : sideBySide(before, middle, after);
  return [
    shape('svg', { viewBox: `0 0 ${layout.width} ${layout.height}`, role: 'group', 'aria-label': text },
      shape('defs', {}, arrow()),
      ...layout.before.map((each) => line(layout.way(each, layout.middle), each)),
      ...layout.after.map((each) => line(layout.way(layout.middle, each), each)),
      ...[...layout.before, layout.middle, ...layout.after].map((each) => box(each, layout.box))),
    element('figcaption', {}, text)];
}

/** The first packages of a side, and a line that says how many more there are. */
function side(packages, total, path) {
  const shown = packages.slice(0, SHOWN)
    .map(({ name, missing }) => ({ text: name, path: packagePath(name), kind: missing ? 'missing' : 'there' }));
  const more = total - shown.length;
  return more > 0 ? [...shown, { text: `and ${number(more)} more`, path, kind: 'more' }] : shown;
}

function sideBySide(before, middle, after) {
  const size = 270;
  const height = ROW * Math.max(before.length, 1, after.length);
  const column = (entries, x) => entries.map(
    (entry, index) => ({ ...entry, x, y: (height - ROW * entries.length) / 2 + ROW * index }));
  const way = (from, to) => {
    const [start, end, centre] = [from.x + size, to.x, (from.x + size + to.x) / 2];
    return `M${start} ${level(from)}C${centre} ${level(from)} ${centre} ${level(to)} ${end} ${level(to)}`;
  };
  return {
    width: 960, height, box: size, way, before: column(before, 0), middle: column([middle], 345)[0], after: column(after, 690),
  };
}

function stacked(before, middle, after) {
  const rows = (entries, first) => entries.map((entry, index) => ({ ...entry, x: 24, y: ROW * (first + index) }));
  const way = (from, to) => (to.x < from.x
    ? `M${from.x} ${level(from)}H12V${to.y}`
    : `M12 ${from.y + BOX}V${level(to)}H${to.x}`);
  return {
    width: 360, height: ROW * (before.length + 1 + after.length), box: 336, way,
    before: rows(before, 0), middle: { ...middle, x: 0, y: ROW * before.length }, after: rows(after, before.length + 1),
  };
}

/** Where a line meets a box. */
function level({ y }) {
  return y + BOX / 2;
}

function arrow() {
  return shape('marker',
    { id: 'arrow', viewBox: '0 0 8 8', refX: '8', refY: '4', markerWidth: '8', markerHeight: '8', orient: 'auto' },
    shape('path', { d: 'M0 0L8 4L0 8Z' }));
}

function line(way, { kind }) {
  return shape('path', { class: `line ${kind}`, d: way, 'marker-end': 'url(#arrow)' });
}

function box({ text, path, kind, x, y }, width) {
  const letters = Math.floor(width / 8);
  return shape('a', { class: `box ${kind}`, href: path },
    shape('title', {}, text),
    shape('rect', { x, y, width, height: BOX, rx: 5 }),
    shape('text', { x: x + width / 2, y: y + BOX / 2, 'text-anchor': 'middle', 'dominant-baseline': 'central' },
      text.length > letters ? `${text.slice(0, letters - 1)}…` : text));
}
