// On paper: print.mjs SITE… Home, an item, a unit, a poll and the report become A4 pages; every sentence of
// the page is on them, none is cut off, and each says where it comes from, as of when, and its hash.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneOfEachKind, serve } from './site.mjs';
import { DESKTOP, Findings, startBrowser } from './browser.mjs';

const KINDS = ['home', 'items/record', 'units/record', 'surveys/record', 'report/index'];
const MOST_PAGES = 20;
const findings = new Findings();
const scratch = mkdtempSync(join(tmpdir(), 'gongshi-print-'));
const bare = (text) => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, ''); // marks between values come from the stylesheet

/** Texts that the page shows on paper, each of one block that holds no other. */
const printedTexts = (page) => page.evaluate(() => {
  const blocks = [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dt, main dd, main td, main th, main caption')];
  return blocks.filter((e) => e.checkVisibility() && !e.querySelector('p, li, dd, td, table, ul, ol, svg, details')).map((e) => e.innerText).filter((t) => t.trim());
});

async function print(page, url, { path, kind }) {
  await page.goto(url + path);
  await page.emulateMedia({ media: 'print' });
  const texts = await printedTexts(page);
  const file = join(scratch, 'page.pdf');
  writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }));
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1]);
  const paper = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
  findings.expect(Math.abs(paper[1] - 595) <= 1.5 && Math.abs(paper[2] - 842) <= 1.5, path, `is printed on ${paper[0]}, not on A4`);
  findings.expect(pages <= MOST_PAGES, path, `takes ${pages} pages`);
  const printed = bare(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64 << 20 }));
  const lost = texts.map(bare).filter((text) => !printed.includes(text));
  findings.expect(lost.length === 0, path, `not on paper: ${lost.slice(0, 3).map((t) => t.slice(0, 60)).join(' | ')}`);
  const asOf = await page.evaluate(() => document.querySelector('time')?.getAttribute('datetime') ?? '');
  findings.expect(/^\d{4}(-\d\d){0,2}$/.test(asOf) && printed.includes(bare(asOf)), path, 'the as-of date is not on paper');
  const origin = bare(await page.evaluate(() => document.querySelector('.paper')?.textContent ?? ''));
  findings.expect(origin.includes(bare(path)) && printed.includes(origin), path, 'where it comes from is not on paper');
  if (kind.endsWith('/record')) {
    const hash = await page.evaluate(() => document.querySelector('[data-sha256]')?.textContent.trim() ?? '');
    findings.expect(/^[0-9a-f]{64}$/.test(hash) && printed.includes(hash), path, 'the hash of the record is not on paper');
  }
}

const browser = await startBrowser();
for (const site of process.argv.slice(2)) {
  const server = await serve(site);
  const page = await browser.newPage({ viewport: DESKTOP });
  const kinds = oneOfEachKind(site).filter(({ kind }) => KINDS.includes(kind));
  findings.expect(kinds.length >= 4, site, `only ${kinds.map(({ kind }) => kind)} to print`);
  for (const kind of kinds) await print(page, server.url, kind);
  await server.close();
}
await browser.close();
rmSync(scratch, { recursive: true });
findings.finish('print');
