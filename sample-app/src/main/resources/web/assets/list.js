// One page of a list of packages.
import { packagePath } from './answers.js';
import { counted, element, explanation, size } from './elements.js';

/** How many packages there are, the page, and a link to the next page. The link has the page's token, so it can be kept. */
export function list(answer, path, parameters = {}) {
  const { after, ...filter } = parameters;
  const made = [sentence(answer, after)];
  if (answer.items.length > 0) {
    made.push(table(answer.items));
  }
  if (after || answer.next) {
    made.push(element('nav', { 'aria-label': 'Pages', class: 'pages' },
      ...link(after, 'First page', path, filter),
      ...link(answer.next, 'Next page', path, { ...filter, after: answer.next })));
  }
  made.push(explanation(answer.explanation));
  return made;
}

function sentence({ items, next, note, total }, after) {
  if (note) {
    return `${note}.`;
  }
  if (after) {
    return `${counted(items.length, 'more package')}${next ? '' : ', the last'}.`;
  }
  return total > items.length ? `${counted(total, 'package')}; the first ${items.length}:` : `${counted(total, 'package')}.`;
}

function table(items) {
  return element('table', { class: 'packages' },
    element('thead', {}, element('tr', {},
      ...['Package', 'Section', 'Version', 'Installed'].map((title) => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...items.map(row)));
}

function row(item) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: packagePath(item.name) }, item.name)),
    element('td', {}, item.section),
    element('td', { class: 'version' }, item.version),
    element('td', { class: 'size' }, size(item.installedSizeKiB)));
}

function link(wanted, text, path, parameters) {
  const query = new URLSearchParams(parameters).toString();
  return wanted ? [element('a', { href: query ? `${path}?${query}` : path }, text)] : [];
}
