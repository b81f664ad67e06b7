// The page of a package.
import { ask, nameOfPage, packagePath, requiredByPath } from './answers.js';
import { drawing } from './drawing.js';
import { counted, element, explanation, fill, number, size } from './elements.js';
import { list } from './list.js';
import { level } from './tree.js';

const name = nameOfPage();
const place = (id) => document.getElementById(id);

// each answer is asked for once and shown in two places
const found = ask(packagePath(name), { depth: 1 });
const requiring = ask(requiredByPath(name));

fill(place('facts'), 'Reading …', found.then((answer) => ['', facts(answer), explanation(answer.explanation)]));
fill(place('depends'), 'Reading …', found.then(dependencies));
fill(place('recommends'), 'Reading …', found.then(recommendations));
fill(place('list'), 'Searching …', requiring.then((answer) => list(answer, requiredByPath(name))));
fill(place('neighbourhood'), 'Drawing …', Promise.all([found, requiring]).then((answers) => ['', drawing(...answers)]));

function facts(answer) {
  const section = element('a', { href: `/packages?${new URLSearchParams({ section: answer.section })}` }, answer.section);
  return element('dl', {},
    fact('Version', answer.version),
    fact('Section', section),
    fact('Source', answer.source),
    fact('Priority', answer.priority),
    fact('Installed', size(answer.installedSizeKiB)),
    fact('Download', size(Math.round(answer.archiveBytes / 1024))));
}

function fact(term, value) {
  return element('div', {}, element('dt', {}, term), element('dd', {}, value));
}

function dependencies({ depends }) {
  if (depends.length === 0) {
    return ['Nothing.'];
  }
  const missing = depends.filter((each) => each.missing).length;
  const text = counted(depends.length, 'package') + (missing ? `, ${number(missing)} of which ${missing === 1 ? 'does' : 'do'} not exist` : '');
  return [`${text}. Open one to see what it depends on.`, level(depends)];
}

function recommendations({ recommends }) {
  const names = recommends.map((name) => element('li', {}, element('a', { href: packagePath(name) }, name)));
  return names.length ? [`${counted(names.length, 'package')}.`, element('ul', { class: 'names' }, ...names)] : ['Nothing.'];
}
