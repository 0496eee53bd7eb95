// What a page says twice within a glance, which a reader takes for two things.

/** A caption that repeats the heading above it, a line that tells the same total twice; in words, empty if there is none. */
export const repeats = (page) => page.evaluate(() => {
  const found = [];
  let heading = '';
  for (const element of document.querySelectorAll('main h1, main h2, main h3, main h4, main caption, main p')) {
    const text = element.textContent.trim();
    if (element.matches('p')) {
      const totals = text.match(/共 ?\d+/g) ?? [];
      if (new Set(totals).size < totals.length) found.push(`the same total twice: ${text.slice(0, 60)}`);
    } else if (!element.matches('caption')) {
      heading = text;
    } else if (text === heading && element.getBoundingClientRect().width > 1) {
      found.push(`the caption repeats the heading: ${text}`);
    }
  }
  return found.slice(0, 3).join('; ');
});
