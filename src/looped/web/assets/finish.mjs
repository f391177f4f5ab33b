// Gives each built file a name with a hash of its content, compresses it, and writes which name stands for which.
// node finish.mjs FROM TO
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const [from, to] = process.argv.slice(2)
mkdirSync(to, { recursive: true })
const names = {}
for (const name of readdirSync(from).sort()) {
  let content = readFileSync(join(from, name))
  // The crown's crest isn't ours to show, nor is it there; whatever else is asked for is a fault.
  if (name.endsWith('.css')) content = Buffer.from(content.toString().replaceAll('url("/assets/images/govuk-crest.svg")', 'none'))
  if (/url\(|@import|@font-face/.test(content) && name.endsWith('.css')) throw new Error(`${name} asks for more files`)
  const end = extname(name)
  const hashed = `${name.slice(0, -end.length)}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}${end}`
  writeFileSync(join(to, hashed), content)
  writeFileSync(join(to, `${hashed}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(join(to, `${hashed}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  names[name] = hashed
}
// Last of all: a folder with this file is whole.
writeFileSync(join(to, 'names.json'), `${JSON.stringify(names, null, 1)}\n`)
