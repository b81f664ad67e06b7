// The page of a name that no package has: what depends on it all the same.
import { ask, nameOfPage, requiredByPath } from './answers.js';
import { fill } from './elements.js';
import { list } from './list.js';

const path = requiredByPath(nameOfPage());

fill(document.getElementById('list'), 'Searching …', ask(path).then((answer) => list(answer, path)));
