// The page with the search.
import { ask } from './answers.js';
import { element, fill } from './elements.js';
import { list } from './list.js';

const form = document.getElementById('filter');
const parameters = Object.fromEntries(
  [...new URLSearchParams(location.search)].filter(([, value]) => value !== ''));

// what is left empty does not belong in the address
form.addEventListener('formdata', ({ formData }) => {
  [...formData].filter(([, value]) => value === '').forEach(([name]) => formData.delete(name));
});

function fillForm(sections) {
  ['section', 'dependsOnSection'].forEach((name) =>
    form.elements[name].append(...sections.map((section) => element('option', {}, section.name))));
  Object.entries(parameters)
    .filter(([name]) => name in form.elements)
    .forEach(([name, value]) => { form.elements[name].value = value; });
}

ask('/sections', { size: 200 }).then(({ items }) => fillForm(items), () => {}); // the list says what is wrong
fill(document.getElementById('list'), 'Searching …',
  ask('/packages', parameters).then((answer) => list(answer, '/packages', parameters)));
