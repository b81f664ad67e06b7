// The dependencies of a package as a tree. Its levels are read when they are opened.
import { ask, packagePath } from './answers.js';
import { counted, element, explanation, fill } from './elements.js';

/** A level of the tree: packages with the names of what they depend on, and names that no package has. */
export function level(dependencies) {
  return element('ul', { class: 'tree' }, ...dependencies.map(branch));
}

function branch({ name, missing, depends }) {
  const link = element('a', { href: packagePath(name) }, name);
  if (missing) {
    return element('li', { class: 'missing' }, link, note('does not exist: a dead link'));
  }
  return depends.length === 0
    ? element('li', {}, link, note('depends on nothing'))
    : element('li', {}, ...opener(name, link, note(`depends on ${counted(depends.length, 'package')}`)));
}

function note(text) {
  return element('small', {}, text);
}

/** The button that opens the next level, and the place for it. */
function opener(name, ...label) {
  const below = element('div', { class: 'below', hidden: '' });
  const button = element('button',
    { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-label': `What ${name} depends on` });
  button.addEventListener('click', () => {
    below.hidden = !below.hidden;
    button.setAttribute('aria-expanded', String(!below.hidden));
    if (!below.hasChildNodes() || below.querySelector(':scope > .error')) {
      fill(below, 'Reading …', ask(packagePath(name), { depth: 1 }).then(
        (answer) => ['', level(answer.depends), explanation(answer.explanation)]));
    }
  });
  return [button, ...label, below];
}
