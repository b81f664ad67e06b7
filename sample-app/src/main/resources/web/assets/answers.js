// What the API answers.

/** Asks the API. An answer has an explanation; that there is none is an error with the reason. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams({ ...parameters, explain: 'true' });
  const response = await fetch(`${path}?${query}`, { headers: { Accept: 'application/json' } });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail);
  }
  return answer;
}

/** Where a package is; its page and its JSON are in one place. */
export function packagePath(name) {
  return `/packages/${encodeURIComponent(name)}`;
}

/** Where those are that require it. */
export function requiredByPath(name) {
  return `${packagePath(name)}/required-by`;
}

/** The name of the package that this page is about: the server has written it there. */
export function nameOfPage() {
  return document.getElementById('name').textContent;
}
