// What a page costs to fetch: weigh.mjs SITE… A page with all it loads asks this site alone, in few
// requests, and every page is within its budget, compressed as servers send it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, kindOf, pagesOf } from './site.mjs';
import { Findings } from './browser.mjs';

const PAGE = 14 * 1024; // what a server sends before it has to wait for an answer
const SCRIPT = 3 * 1024; // of all scripts but the search page's

const findings = new Findings();
const packed = (root, path) => gzipSync(readFileSync(join(root, path)), { level: 9 }).length;

for (const root of process.argv.slice(2)) {
  const heaviest = new Map();
  for (const path of pagesOf(root)) {
    const bytes = packed(root, path);
    findings.expect(bytes <= PAGE, path, `${bytes} bytes compressed, the budget is ${PAGE}`);
    const html = readFileSync(join(root, path), 'utf8');
    for (const [, address] of html.matchAll(/<(?:script|img|link rel="stylesheet"|iframe|source)[^>]*\s(?:src|href)="([^"]*)"/g)) {
      findings.expect(!/^(https?:)?\/\//.test(address) || kindOf(path) === '404', path, `loads ${address} from elsewhere`);
    }
    if ((heaviest.get(kindOf(path))?.bytes ?? 0) < bytes) heaviest.set(kindOf(path), { path, bytes });
  }
  const files = filesOf(root);
  const sheets = files.filter((path) => path.endsWith('.css'));
  findings.expect(sheets.length === 1, root, `${sheets.length} stylesheets`);
  findings.expect(!files.some((path) => /\.(woff2?|ttf|otf)$/.test(path)), root, 'has a web font');
  const script = files.filter((path) => path.startsWith('assets/') && path.endsWith('.js') && !path.includes('search')).reduce((sum, path) => sum + packed(root, path), 0);
  findings.expect(script <= SCRIPT, root, `${script} bytes of script, the budget is ${SCRIPT}`);
  console.log(`script ${script}, stylesheet ${sheets.map((path) => packed(root, path))}`);
  for (const [kind, { path, bytes }] of [...heaviest].sort()) console.log(`${String(bytes).padStart(7)}  ${kind}  ${path}`);
}
findings.finish('weigh');
