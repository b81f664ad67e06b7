// The page of a name that no package has. It shows the packages that depend on the name all the same.
import { ask, nameOfPage, requiredByPath } from './answers.js';
import { fill } from './elements.js';
import { list } from './list.js';

const path = requiredByPath(nameOfPage());

fill(document.getElementById('list'), 'Searching …', ask(path).then((answer) => list(answer, path)));
