// What a reader sets, and what the site's script adds to a page that works without: reader.mjs SITE
// A list is filtered, the size of print is remembered, an objection says what it is about, and forced colours,
// more contrast and less motion are obeyed.
import { DESKTOP, Findings, startBrowser } from './browser.mjs';
import { oneOfEachKind, serve } from './site.mjs';

const findings = new Findings();
const site = process.argv[2];
const server = await serve(site);
const browser = await startBrowser();
const page = await browser.newPage({ viewport: DESKTOP });
const pathOf = (kind) => oneOfEachKind(site).find((one) => one.kind === kind).path;

async function filterAList(path) {
  await page.goto(server.url + path);
  const rows = page.locator('table[data-filter] tbody tr');
  const visible = () => rows.evaluateAll((all) => all.filter((row) => row.checkVisibility()).map((row) => row.textContent));
  const all = await visible();
  const wanted = (await rows.first().locator('th').innerText()).slice(0, 6);
  await page.locator('.filter input').fill(wanted);
  const left = await visible();
  findings.expect(left.length > 0 && left.length < all.length, path, `“${wanted}” leaves ${left.length} of ${all.length} rows`);
  findings.expect(left.length === all.filter((row) => row.includes(wanted)).length, path, `“${wanted}” leaves other rows than those that say it`);
  await page.locator('.filter input').fill('');
  findings.expect((await visible()).length === all.length, path, 'an empty filter leaves rows out');
}

async function keepLargePrint() {
  const large = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize) > 16);
  await page.goto(`${server.url}index.html`);
  await page.locator('[data-large-print]').click();
  await page.goto(server.url + pathOf('about'));
  findings.expect(await large(), 'about.html', 'large print is forgotten on the next page');
  await page.locator('[data-normal-print]').click();
  await page.goto(`${server.url}index.html`);
  findings.expect(!(await large()), 'index.html', 'normal print is forgotten on the next page');
}

async function objectToAnItem(path) {
  const id = /([^/]+)\.html$/.exec(path)[1];
  await page.goto(server.url + path);
  const ways = await page.locator('[data-objection]').evaluateAll((all) => all.map((one) => one.href));
  findings.expect(ways.some((way) => /^https?:/.test(way)) && ways.some((way) => way.startsWith('mailto:')), path, `ways to object: ${ways}`);
  for (const way of ways.filter((one) => !one.startsWith('tel:')))
    findings.expect(decodeURIComponent(way).includes(id), path, `${way} does not say that it is about ${id}`);
  findings.expect((await page.locator('.object').innerText()).includes(id), path, 'the number to give by telephone is not told');
}

/** Each part of a bar is outlined, and none looks like the one beside it. */
const partsLookAlike = () => page.evaluate(() => [...document.querySelectorAll('.bar')].some((bar) => {
  const looks = [...bar.querySelectorAll('rect')].map((part) => getComputedStyle(part));
  return looks.some((look, i) => look.stroke === 'none' || parseFloat(look.strokeWidth) < 1 || (i > 0 && look.fill === looks[i - 1].fill));
}));

async function obey(path) {
  await page.goto(server.url + path);
  findings.expect(await page.locator('.bar rect').count() > 2, path, 'has no bars to look at');
  findings.expect(!(await partsLookAlike()), path, 'parts of a bar look alike');
  await page.emulateMedia({ forcedColors: 'active' });
  findings.expect(!(await partsLookAlike()), path, 'parts of a bar look alike in forced colours');
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  const colours = await page.evaluate(() => ['--ink', '--ink-2'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()));
  findings.expect(colours[0] === colours[1] || colours[1] === 'var(--ink)', path, `small print is ${colours[1]} where more contrast is wanted`);
  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => /[1-9]/.test(getComputedStyle(e).transitionDuration + getComputedStyle(e).animationDuration)).length);
  findings.expect(moving === 0, path, `${moving} elements move`);
}

await filterAList(pathOf('items/index'));
await keepLargePrint();
await objectToAnItem(pathOf('items/record'));
for (const kind of ['home', 'units/index', 'surveys/record']) await obey(pathOf(kind));
await browser.close();
await server.close();
findings.finish('reader');
