// What a page costs to fetch: weigh.mjs SITE… A page with all it loads asks this site alone, in few
// requests, and every page is within the budget of its kind, as it is and compressed as servers send it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, kindOf, pagesOf } from './site.mjs';
import { Findings } from './browser.mjs';

const KB = 1024;
// Most bytes of a page as it is, compressed (packed), and compressed together with the stylesheet (styled). The first row
// whose pattern fits a page's path counts.
const BUDGETS = JSON.parse(readFileSync(new URL('../page_budgets.json', import.meta.url), 'utf8'));
const LOADED = 3; // stylesheet, script and icon, which all pages share
const FIRST_VISIT = 14 * KB; // page and all it loads: what a server sends before it has to wait for an answer
const SCRIPT = 3 * KB; // of all scripts but the search page's
const SEARCH_SCRIPT = 6 * KB;

const findings = new Findings();
const packed = (root, path) => gzipSync(readFileSync(join(root, path)), { level: 9 }).length;
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** What all pages load: {sheet, script, icon, search}, compressed bytes. */
function weighShared(root) {
  const files = filesOf(root);
  const sheets = files.filter((path) => path.endsWith('.css'));
  findings.expect(sheets.length === 1, root, `${sheets.length} stylesheets`);
  findings.expect(!files.some((path) => /\.(woff2?|ttf|otf)$/.test(path)), root, 'has a web font');
  const scripts = files.filter((path) => path.startsWith('assets/') && path.endsWith('.js'));
  const weight = (paths) => sum(paths.map((path) => packed(root, path)));
  const shared = {
    sheet: weight(sheets),
    script: weight(scripts.filter((path) => !path.includes('search'))),
    icon: weight(files.filter((path) => /^assets\/icon/.test(path))),
    search: weight(scripts.filter((path) => path.includes('search'))),
  };
  findings.expect(shared.script <= SCRIPT, root, `${shared.script} bytes of script, the budget is ${SCRIPT}`);
  findings.expect(shared.search > 0 && shared.search <= SEARCH_SCRIPT, root, `${shared.search} bytes of script to search with, the budget is ${SEARCH_SCRIPT}`);
  return shared;
}

/** Holds one page to the budget of its kind; gives what it weighs. */
function weighPage(root, path, shared) {
  const html = readFileSync(join(root, path), 'utf8');
  const raw = Buffer.byteLength(html);
  const alone = packed(root, path);
  const budget = BUDGETS.find(({ pages }) => new RegExp(pages).test(path));
  findings.expect(budget !== undefined, path, 'no budget for such a page');
  const hold = (name, bytes, most) => {
    if (most !== undefined) findings.expect(bytes <= most, path, `${bytes} bytes ${name}, the budget of a ${budget.what} is ${most}`);
  };
  hold('as it is', raw, budget?.raw);
  hold('compressed', alone, budget?.packed);
  hold('compressed with the stylesheet', alone + shared.sheet, budget?.styled);
  const all = alone + shared.sheet + shared.script + shared.icon + (kindOf(path) === 'search/index' ? shared.search : 0);
  hold('compressed with all it loads', all, FIRST_VISIT);
  const loads = [...html.matchAll(/<(?:script|img|link rel="(?:stylesheet|icon)"|iframe|source)[^>]*\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  for (const address of loads) {
    findings.expect(!/^(https?:)?\/\//.test(address) || kindOf(path) === '404', path, `loads ${address} from elsewhere`);
  }
  const most = LOADED + (kindOf(path) === 'search/index' ? 1 : 0);
  findings.expect(loads.length <= most, path, `loads ${loads}`);
  return { path, raw, alone, budget: budget?.what };
}

for (const root of process.argv.slice(2)) {
  const shared = weighShared(root);
  console.log(`stylesheet ${shared.sheet}, script ${shared.script}, of the search ${shared.search}, icon ${shared.icon}`);
  const heaviest = new Map();
  for (const path of pagesOf(root)) {
    const page = weighPage(root, path, shared);
    if ((heaviest.get(kindOf(path))?.alone ?? 0) < page.alone) heaviest.set(kindOf(path), page);
  }
  for (const [kind, { path, raw, alone, budget }] of [...heaviest].sort()) console.log(`${String(raw).padStart(7)} ${String(alone).padStart(6)}  ${budget}: ${kind}  ${path}`);
}
findings.finish('weigh');
