// npm run create -- FOLDER: what `npm create metamod-plugin FOLDER` does, with the packages of this repository in place of
// published ones. The folder lies best outside of it: `npm run create -- ../hello`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from './build.mjs'
import { capture, root, run } from './process.mjs'

/** Packs a package as npm would publish it. @returns the tarball's name. */
function pack(name, into) {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', into]
  const { code, output } = capture('npm', args, { cwd: join(root, 'packages', name) })
  const tarball = output.split('\n').find((line) => line.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined) throw new Error(`npm pack ${name}: ${output}`)
  return basename(tarball)
}

/** Has a project depend on tarballs of its own instead of on what is published. */
function usePacked(project) {
  const file = join(project, 'package.json')
  const into = join(project, 'packages')
  mkdirSync(into, { recursive: true })
  const description = JSON.parse(readFileSync(file, 'utf8'))
  for (const name of ['sdk', 'loader', 'testing']) {
    const tarball = `file:packages/${pack(name, into)}`
    for (const list of [description.dependencies, description.devDependencies])
      if (`@csr/metamod-${name}` in list) list[`@csr/metamod-${name}`] = tarball
  }
  writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`)
}

function main(args) {
  const folder = args.find((arg) => !arg.startsWith('-'))
  if (folder === undefined) {
    console.error("metamod: name the folder to create, such as 'npm run create -- ../hello'")
    return 2
  }
  const project = resolve(process.env.INIT_CWD ?? process.cwd(), folder)
  if (!build('server')) return 1
  const program = join(root, 'packages/create-metamod-plugin/dist/main.js')
  const words = [project, '--no-install', ...args.filter((arg) => arg !== folder)]
  const code = run(process.execPath, [program, ...words])
  // Whoever only asked for help has no project now.
  if (code !== 0 || !existsSync(join(project, 'package.json'))) return code
  usePacked(project)
  console.log(`The packages of this repository are in ${join(project, 'packages')}`)
  return 0
}

process.exitCode = main(process.argv.slice(2))
