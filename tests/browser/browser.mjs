// Debian's Chromium, started so that it asks nobody outside this machine.
import { chromium } from 'playwright-core';

export const startBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--allow-file-access-from-files'],
});

export const PHONE = { width: 375, height: 812 };
export const DESKTOP = { width: 1280, height: 900 };
export const NARROWEST = { width: 320, height: 640 };

/** Says what went wrong when it is found, counts it, and ends the process with 1 if anything did. */
export class Findings {
  #found = 0;
  #checks = 0;
  ok() { this.#checks += 1; }
  add(where, what) {
    this.#found += 1;
    console.log(`${where}: ${what}`);
  }
  expect(truth, where, what) {
    this.ok();
    if (!truth) this.add(where, what);
  }
  finish(name) {
    console.log(`${name}: ${this.#checks} checks, ${this.#found} findings`);
    if (this.#checks === 0) console.log(`${name}: nothing was checked`);
    process.exit(this.#found > 0 || this.#checks === 0 ? 1 : 0);
  }
}
