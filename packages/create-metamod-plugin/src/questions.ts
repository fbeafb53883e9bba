/** The questions, each asked only where the command line has not answered it. Ctrl-C in any of them ends it all. */
import { confirm, intro, isCancel, text } from '@clack/prompts'

import type { Arguments } from './arguments.js'
import { CreateError } from './create-error.js'
import { contentsOf, defaultFolder, displayFolder, folderFrom, folderProblem } from './folder.js'
import {
  authorProblem,
  bareName,
  defaultDescription,
  likelyAuthor,
  nameFor,
  nameProblem,
  type Project,
} from './project.js'

export interface Answers extends Project {
  readonly install: boolean
}

/** @throws CreateError when the answer is to leave it. */
export async function ask(given: Arguments): Promise<Answers> {
  intro('A Metamod plugin in TypeScript')
  const usual = given.name === null ? defaultFolder : bareName(given.name)
  const folder = folderFrom(given.folder ?? (await line('Which folder?', usual, folderProblem)))
  if (contentsOf(folder).length > 0 && !given.force) await confirmFolder(folder)
  return {
    folder,
    name: given.name ?? (await line('Name of the package?', nameFor(folder), nameProblem)),
    author: given.author ?? (await line('Who writes it?', likelyAuthor(), authorProblem)),
    description: given.description ?? (await line('What does it do, in a sentence?', defaultDescription)),
    install: given.install ?? (await yesOrNo('Install the packages it needs now?', true)),
  }
}

async function confirmFolder(folder: string): Promise<void> {
  const question = `${displayFolder(folder)} is not empty. Write the project into it? Files that are there stay.`
  if (!(await yesOrNo(question, false))) throw cancelled()
}

async function line(
  message: string,
  initialValue: string,
  problemOf: (answer: string) => string | null = () => null,
): Promise<string> {
  const answer = await text({
    message,
    placeholder: initialValue,
    defaultValue: initialValue,
    validate: (value) => problemOf(value === undefined || value === '' ? initialValue : value) ?? undefined,
  })
  if (isCancel(answer)) throw cancelled()
  return answer
}

async function yesOrNo(message: string, initialValue: boolean): Promise<boolean> {
  const answer = await confirm({ message, initialValue })
  if (isCancel(answer)) throw cancelled()
  return answer
}

const cancelled = (): CreateError => new CreateError('nothing was written')
