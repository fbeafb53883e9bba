import { describe, expect, test } from 'vitest'

import { decode, encode, findGameDllLine, replaceLine, undoLine } from './game-dll-line.js'

const find = (text: string) => findGameDllLine(encode(text), 'liblist.gam')

describe('the line that names the game DLL', () => {
  test.each([
    ['game "x"\ngamedll_linux "dlls/cs.so"\n', 'gamedll_linux "dlls/cs.so"', 'dlls/cs.so'],
    [
      '\tGAMEDLL_LINUX\tdlls/cs.so // a comment\r\nx',
      '\tGAMEDLL_LINUX\tdlls/cs.so // a comment',
      'dlls/cs.so',
    ],
    ['"gamedll_linux" "dlls\\hl.so"', '"gamedll_linux" "dlls\\hl.so"', 'dlls/hl.so'],
  ])('is found in %j', (content, text, library) => {
    expect(find(content)).toEqual({ text, library })
  })

  test('that is a comment is none, and then the name of the Windows DLL counts, as for the engines', () => {
    expect(find('//gamedll_linux "a.so"\ngamedll "dlls\\mp.dll"')).toEqual({
      text: null,
      library: 'dlls/mp.so',
    })
    expect(find('game "x"')).toEqual({ text: null, library: 'dlls/hl.so' })
  })

  test('that stands there twice is refused, because an engine may load both', () => {
    expect(() => find('gamedll_linux "a.so"\ngamedll_linux "b.so"')).toThrow(
      "liblist.gam: has more than one line 'gamedll_linux'; leave the one that names the game DLL",
    )
  })

  test.each([
    'a "1"\r\ngamedll_linux "d/$&.so"  \r\nb \xe9\r\n',
    'gamedll_linux "x.so"',
    'gamedll_linux x\n',
    'gamedll_linux "x.so" // voil\xc3\xa0\r\nb\n',
  ])('is changed in %j and put back, and no other byte is', (content) => {
    const bytes = encode(content)
    const { text } = find(content)
    const changed = replaceLine(bytes, text, 'gamedll_linux "new.so"')
    expect(findGameDllLine(changed, '').library).toBe('new.so')
    const undone = undoLine(changed, text, 'gamedll_linux "new.so"')
    expect(undone === null ? null : findGameDllLine(undone, '')).toEqual(find(content))
    expect(decode(undone ?? encode('')).replace(/[ \t]+(?=\r?$)/gm, '')).toBe(
      content.replace(/[ \t]+(?=\r?$)/gm, ''),
    )
  })

  test('that was added at the end is taken out again', () => {
    const added = replaceLine(encode('linux a.so\r\nlinux b.so\r\n'), null, 'linux c.so')
    expect(decode(added)).toBe('linux a.so\r\nlinux b.so\r\nlinux c.so\r\n')
    expect(decode(undoLine(added, null, 'linux c.so') ?? encode(''))).toBe('linux a.so\r\nlinux b.so\r\n')
    expect(decode(replaceLine(encode('linux a.so'), null, 'linux c.so'))).toBe('linux a.so\nlinux c.so\n')
  })

  test.each(['\tGamedll_linux\t"a/new.so" // Metamod\r\nb', 'gamedll_linux a/new.so// Metamod\r\nb'])(
    'is put back also where it was given other blanks or a comment since: %j',
    (content) => {
      const undone = undoLine(encode(content), 'gamedll_linux "old.so"', 'gamedll_linux "a/new.so"')
      expect(decode(undone ?? encode(''))).toBe('gamedll_linux "old.so"\r\nb')
    },
  )

  test('that somebody else has changed since is not undone', () => {
    expect(
      undoLine(encode('gamedll_linux "other.so"'), 'gamedll_linux "dlls/hl.so"', 'gamedll_linux "new.so"'),
    ).toBeNull()
  })
})
