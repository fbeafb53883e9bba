/** By what a stub of any version is told from a library that somebody else put among them. */
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'

const stubMark = Buffer.from('MetamodGuest')

export function isStub(file: string): boolean {
  return readFileSync(file).includes(stubMark)
}
