// The answers of the API.

/** Asks the API. The answer comes with an explanation. If there is no answer, throws an error with the reason. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams({ ...parameters, explain: 'true' });
  const response = await fetch(`${path}?${query}`, { headers: { Accept: 'application/json' } });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail);
  }
  return answer;
}

/** The path of a package. Its page and its JSON have the same path. */
export function packagePath(name) {
  return `/packages/${encodeURIComponent(name)}`;
}

/** The path of the packages that require it. */
export function requiredByPath(name) {
  return `${packagePath(name)}/required-by`;
}

/** The name of the package that this page is about. The server has written it into the page. */
export function nameOfPage() {
  return document.getElementById('name').textContent;
}
