// The page of the packages that require a package.
import { ask, nameOfPage, packagePath, requiredByPath } from './answers.js';
import { fill } from './elements.js';
import { list } from './list.js';

const name = nameOfPage();
const path = requiredByPath(name);
const parameters = Object.fromEntries(new URLSearchParams(location.search));

document.getElementById('name').href = packagePath(name);
fill(document.getElementById('list'), 'Searching …',
  ask(path, parameters).then((answer) => list(answer, path, parameters)));
