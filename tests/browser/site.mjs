// A built site as the browser tests see it: its pages, one of each kind, and a server on loopback that
// sends the headers which the site itself asks for.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.jsonld': 'application/ld+json', '.svg': 'image/svg+xml', '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar; charset=utf-8',
};

/** Paths of all files of the site, relative, with slashes, sorted. */
export function filesOf(root) {
  const found = readdirSync(root, { recursive: true }).map((name) => join(root, name));
  return found.filter((path) => statSync(path).isFile()).map((path) => relative(root, path).split(sep).join('/')).sort();
}

export const pagesOf = (root) => filesOf(root).filter((path) => path.endsWith('.html'));

/** What kind of page a path is: `home`, `items/index`, `items/record`, `items/list-status`, `items/further`, `about` … */
export function kindOf(path) {
  const [folder, ...rest] = path.split('/');
  if (rest.length === 0) return folder === 'index.html' ? 'home' : folder.replace(/\.html$/, '');
  const name = rest.join('/').replace(/\.html$/, '');
  if (name === 'index') return `${folder}/index`;
  const list = /^list\/([^/]+)/.exec(name);
  if (list) return `${folder}/list-${list[1]}`;
  if (/^[^/]+\/[^/]+\/\d+$/.test(name)) return `${folder}/further`;
  return name.startsWith('cause-') ? `${folder}/cause` : `${folder}/record`;
}

/** One page of each kind: the largest, since what breaks breaks there first. */
export function oneOfEachKind(root) {
  const chosen = new Map();
  for (const path of pagesOf(root)) {
    const bytes = statSync(join(root, path)).size;
    const kind = kindOf(path);
    if (!chosen.has(kind) || chosen.get(kind).bytes < bytes) chosen.set(kind, { kind, path, bytes });
  }
  return [...chosen.values()];
}

/** The header blocks of a `_headers` file: [{pattern, headers: [[name, value]]}]; none without the file. */
export function headerBlocks(root) {
  let text;
  try {
    text = readFileSync(join(root, '_headers'), 'utf8');
  } catch {
    return [];
  }
  const blocks = [];
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) {
      const pattern = new RegExp(`^${line.trim().split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
      blocks.push({ pattern, headers: [] });
    } else {
      const colon = line.indexOf(':');
      blocks.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return blocks;
}

/** Serves the site on a free port of loopback: {url, close}. */
export async function serve(root) {
  const blocks = headerBlocks(root);
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path.endsWith('/')) path += 'index.html';
    const headers = { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' };
    for (const block of blocks) {
      if (block.pattern.test(path)) for (const [name, value] of block.headers) headers[name] = value;
    }
    let body;
    try {
      body = readFileSync(join(root, path));
    } catch {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, headers).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((done) => server.close(done)) };
}
