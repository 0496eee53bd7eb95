// What a finger taps is large enough, in both directions.
//
// A control is a field, a button or a summary; a link of the masthead or of the foot of the page; a link that is laid
// out as a block of its own; and a link that is all its block says, marks aside (a status, a note, a count, a date).
// A link within a sentence or among other values, in a cell of a table, or in what the author of a record wrote
// is running text, which WCAG 2.5.5 excepts.

/** Controls of the page below `least` CSS pixels in width or height, in words; the first few. */
export const smallTargets = (page, least) => page.evaluate((wanted) => {
  const FIELDS = 'button, input:not([type=hidden]), select, textarea, summary';
  const MARKS = '.tag, .due, .number, .note, time, [aria-hidden]';
  const BLOCKS = 'p, li, dt, dd, td, th, caption, figcaption, h1, h2, h3, h4';
  const words = (node) => node.textContent.replace(/[^\p{L}\p{N}]/gu, '');

  /** Is the link all that its block says? */
  const isAlone = (link) => {
    const block = link.closest(BLOCKS);
    if (block === null) return true;
    if (block.matches('td')) return false;
    const rest = block.cloneNode(true);
    rest.querySelectorAll(`${MARKS}, p, ul, ol, table`).forEach((mark) => mark.remove());
    return words(rest) === words(link);
  };
  const isControl = (element) => {
    if (element.matches(FIELDS) || element.closest('.masthead, body > * > footer')) return true;
    if (element.closest('.prose')) return false;
    return getComputedStyle(element).display !== 'inline' || isAlone(element);
  };
  const small = [];
  for (const element of document.querySelectorAll(`${FIELDS}, a[href]`)) {
    const { width, height, right } = element.getBoundingClientRect();
    if (right <= 0 || !element.checkVisibility() || !isControl(element)) continue; // the link to the content is off the screen
    if (width < wanted - 0.5 || height < wanted - 0.5)
      small.push(`${width.toFixed(0)} × ${height.toFixed(0)} “${element.textContent.trim().slice(0, 20)}” in ${element.parentElement.tagName.toLowerCase()}.${element.parentElement.className}`);
  }
  return small.length === 0 ? '' : `${small.length} controls below ${wanted} px: ${small.slice(0, 4).join(', ')}`;
}, least);
