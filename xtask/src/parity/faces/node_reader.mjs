// Tells the public surface of the built Node package, as JSON: by its declarations, as the compiler reads them, and by
// its error classes as they are at run time.
//
//     node node_reader.mjs PACKAGE TSCONFIG
//
// PACKAGE is the package's directory, and TSCONFIG a project that has its declarations as its one file.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [directory, project] = process.argv.slice(2)
const require = createRequire(join(directory, 'package.json'))

// The compiler is the package's own, and the only one there is; the version is pinned, and with it what is not stable.
const { API } = await import(pathToFileURL(require.resolve('typescript/unstable/sync')).href)
const api = new API({ cwd: directory })
const snapshot = api.updateSnapshot({ openProjects: [project] })
const { program, checker } = snapshot.getProject(project) ?? fail(`${project} cannot be opened`)
const declarations = program.getSourceFile(join(directory, 'dist/index.d.ts')) ?? fail('dist/index.d.ts is missing')
const entry = checker.getSymbolAtLocation(declarations) ?? fail('dist/index.d.ts exports nothing')

/** What the package exports, by name. */
const exported = new Map(
  checker.getExportsOfModule(entry).map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(aliased(symbol))]),
)

const client = exported.get('Client') ?? fail('Client is not exported')
const made = checker.getExportsOfModule(entry).find((symbol) => symbol.name === 'Client')
const [construct] = checker.getSignaturesOfType(checker.getTypeOfSymbol(aliased(made)), 1)

const classes = errorClasses()
const surface = {
  client_options: members(checker.getParameterType(construct, 0)),
  operations: operations(),
  errors: Object.fromEntries([...classes].map(([name, made]) => [name, classes.has(parent(made)) ? parent(made) : null])),
  fields: fields(),
}
process.stdout.write(JSON.stringify(surface))
api.close()

function fail(message) {
  throw new Error(message)
}

/** The symbol that an `export { … } from` stands for. */
function aliased(symbol) {
  const alias = 1 << 21
  return symbol.flags & alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** The fields of a type; those of a nested object by path, and those of an alternative from every alternative. */
function members(type, path = '') {
  const names = new Set()
  for (const one of alternatives(type)) {
    for (const property of checker.getPropertiesOfType(one)) {
      // What is private, or has a symbol for its name, is nobody's to ask for.
      if (property.name.startsWith('__')) continue
      const nested = objects(checker.getTypeOfSymbol(property))
      if (nested.length === 0) names.add(path + property.name)
      for (const inner of nested) for (const name of members(inner, `${path}${property.name}.`)) names.add(name)
    }
  }
  return [...names]
}

function alternatives(type) {
  return type.isUnionType() ? type.getTypes() : [type]
}

/** Objects that have no name of their own, as options have them that are grouped. */
function objects(type) {
  return alternatives(type).filter((one) => one.isObjectType() && one.getSymbol()?.name === '__type' && isPlain(one))
}

function isPlain(type) {
  return checker.getSignaturesOfType(type, 0).length === 0 && checker.getPropertiesOfType(type).length > 0
}

/** What each method that reaches the service takes: plain values by their name, objects by their fields. */
function operations() {
  const operations = {}
  for (const property of checker.getPropertiesOfType(client)) {
    if (property.name.startsWith('__')) continue
    const [signature] = checker.getSignaturesOfType(checker.getTypeOfSymbol(property), 0)
    const parameters = signature?.getParameters() ?? []
    if (parameters.length === 0) continue
    operations[property.name] = parameters.flatMap((parameter) => {
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter))
      return isInput(type) ? members(type) : [parameter.name]
    })
  }
  return operations
}

/** Requests and options are taken apart; channels, texts and the parameters of any operation are one thing each. */
function isInput(type) {
  const names = [type.getAliasSymbol()?.name, type.getSymbol()?.name]
  return type.isObjectType() && names.some((name) => /(Request|Options)$/.test(name ?? ''))
}

/** The error classes that are there at run time; each must be declared too. */
function errorClasses() {
  const built = require(directory)
  const classes = Object.entries(built).filter(([, it]) => it === built.CamsRoiError || it?.prototype instanceof built.CamsRoiError)
  const undeclared = classes.find(([name]) => !exported.has(name))
  if (undeclared) fail(`${undeclared[0]} is not declared`)
  return new Map(classes)
}

function parent(made) {
  return Object.getPrototypeOf(made).name
}

/** The fields of every value that comes out, and of the errors: what is their own, not what all errors have. */
function fields() {
  const fields = {}
  for (const [name, type] of exported) {
    if (classes.has(name) || name === 'Client' || /(Request|Options)$/.test(name)) continue
    if (alternatives(type).every((one) => isPlain(one) && !isText(one))) {
      const names = members(type)
      if (names.length > 0) fields[name] = names
    }
  }
  const ofErrors = new Set([...classes.keys()].flatMap((name) => own(exported.get(name))))
  fields.CamsRoiError = [...ofErrors]
  return fields
}

function own(type) {
  return checker
    .getPropertiesOfType(type)
    .filter((property) => property.declarations.some((it) => it.path.includes('/dist/')))
    .filter((property) => checker.getSignaturesOfType(checker.getTypeOfSymbol(property), 0).length === 0)
    .map((property) => property.name)
    .filter((name) => !name.startsWith('__'))
}

/** `string & {}` has the members of a text. */
function isText(type) {
  return checker.getPropertyOfType(type, 'charAt') !== undefined
}
