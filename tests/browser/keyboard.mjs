// With the keyboard alone, from the home page to an objection to one item: keyboard.mjs SITE
// Every stop on the way is visible and large enough, the first one skips to the content, and none traps.
import { serve } from './site.mjs';
import { DESKTOP, Findings, startBrowser } from './browser.mjs';

const findings = new Findings();
const MOST_STOPS = 400;

/** Is it the address of one item, and of no list of them? */
const isItem = (href) => /^(\.\.\/)?items\/(?!index|cause-)[^/]+\.html$/.test(href);

const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
  return { text: e.textContent.trim(), href: e.getAttribute('href') ?? '', objection: e.hasAttribute('data-objection'), width: box.width, height: box.height, top: box.top, bottom: box.bottom, shown };
});

/** Presses Tab until `wanted` holds for what has the focus; says so if it never does. */
async function tabTo(page, what, wanted) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === null) continue;
    findings.expect(at.shown, page.url(), `the focus cannot be seen on “${at.text}”`);
    findings.expect(at.width > 0 && at.height > 0 && at.bottom > 0, page.url(), `“${at.text}” has the focus and is not on the screen`);
    if (wanted(at)) return at;
  }
  findings.add(page.url(), `no way to ${what} in ${MOST_STOPS} stops`);
  return null;
}

const site = process.argv[2];
const server = await serve(site);
const browser = await startBrowser();
const page = await browser.newPage({ viewport: DESKTOP });
await page.goto(`${server.url}index.html`);
await page.keyboard.press('Tab');
const first = await focused(page);
findings.expect(first?.href.startsWith('#'), 'index.html', 'the first stop does not skip to the content');
await page.keyboard.press('Enter');
findings.expect(new URL(page.url()).hash === first.href, 'index.html', 'the skip link leads nowhere');
if (await tabTo(page, 'the items', (at) => /(^|\/)items\/(index\.html)?$/.test(at.href))) {
  await Promise.all([page.waitForURL(/items\//), page.keyboard.press('Enter')]);
  if (await tabTo(page, 'an item', (at) => isItem(at.href))) {
    await Promise.all([page.waitForURL((url) => isItem(url.pathname.slice(1))), page.keyboard.press('Enter')]);
    await tabTo(page, 'an objection', (at) => at.objection);
  }
}
await browser.close();
await server.close();
findings.finish('keyboard');
