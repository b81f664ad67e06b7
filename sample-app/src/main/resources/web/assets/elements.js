// Elements of the page. What comes from the server becomes text and attributes, never markup.

/** An element with attributes and children; a child that is a string is text. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Does the same for a part of a drawing. */
export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(made, attributes, children) {
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** A number as people write it. */
export function number(value) {
  return value.toLocaleString('en');
}

/** A number of things: "1 package", "2,000 packages". */
export function counted(count, noun) {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A size in KiB as people write it. */
export function size(kib) {
  return kib < 1024 ? `${number(kib)} KiB` : `${number(Math.round(kib / 102.4) / 10)} MiB`;
}

/** How an answer was found: its plan, the commands that were sent for it, and the time. */
export function explanation({ plan, commands, milliseconds }) {
  return element('details', { class: 'explanation' },
    element('summary', {}, `${counted(commands.length, 'command')}, ${number(milliseconds)} ms: plan and commands`),
    element('h3', {}, 'Plan'),
    element('pre', { class: 'plan' }, plan),
    element('h3', {}, 'Commands that were sent'),
    element('ol', { class: 'commands' },
      ...commands.map((command) => element('li', {}, element('code', {}, command)))));
}

/** Fills a place with an answer: a sentence and elements. Says that it is waiting until they come, or why they do not come. */
export async function fill(place, waiting, answer) {
  const status = element('p', { role: 'status' }, waiting);
  place.replaceChildren(status);
  try {
    const [sentence, ...elements] = await answer;
    status.textContent = sentence;
    place.append(...elements);
  } catch (error) {
    status.textContent = error.message;
    status.className = 'error';
  }
}
