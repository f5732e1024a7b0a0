// Puts all that `dist/index.js` requires of the package into one module, after the compiler. Each module that Node has to find,
// read and compile by itself costs time where the package is loaded: more than all that is done in it.
//
// The modules stay as they are beside it: for tests of what the package does not export.

import { readFileSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const ENTRY = 'index.js'
const BUNDLE = 'bundle.js'

/** Every module by its path, as a function of what CommonJS gives to a module. */
const modules = new Map()

function add(path) {
  if (modules.has(path)) return
  modules.set(path, '')
  const text = readFileSync(dist + path, 'utf8').replace(/require\("(\.\.?\/[^"]+)"\)/g, (_, required) => {
    const found = posix.join(posix.dirname(path), required)
    add(found)
    return `load("${found}")`
  })
  modules.set(path, `  "${path}"(exports) {\n${text}\n  },\n`)
}

/** What a module exports, as Node finds it for `import` without running it. */
function exported(path) {
  const text = readFileSync(dist + path, 'utf8')
  const names = [...text.matchAll(/\bexports\.([\w$]+) = |defineProperty\(exports, "([\w$]+)"/g)]
  const stars = [...text.matchAll(/__exportStar\(require\("([^"]+)"\)/g)]
  return new Set([
    ...names.map(([, assigned, defined]) => assigned ?? defined),
    ...stars.flatMap(([, required]) => [...exported(posix.join(posix.dirname(path), required))]),
  ])
}

const names = [...exported(ENTRY)].filter((name) => name !== '__esModule')
add(ENTRY)
writeFileSync(
  dist + BUNDLE,
  `"use strict";
const modules = {
${[...modules.values()].join('')}};
const loaded = new Map();
function load(path) {
  let exports = loaded.get(path);
  if (exports === undefined) {
    exports = {};
    loaded.set(path, exports);
    modules[path](exports);
  }
  return exports;
}
module.exports = load("${ENTRY}");
`,
)
// Node finds names for `import` in the text. In the bundle it would find those of all modules.
writeFileSync(
  dist + ENTRY,
  `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
${names.map((name) => `exports.${name} = `).join('')}void 0;
Object.assign(exports, require("./${BUNDLE}"));
`,
)
