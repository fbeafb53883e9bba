import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createServer, type TestPlayer, type TestServer } from '@csr/metamod-testing'
import '@csr/metamod-testing/vitest'
import { afterAll, describe, expect, test } from 'vitest'

import { adminsFile } from './admins.js'
import admin from './index.js'

const gameDirectory = mkdtempSync(join(tmpdir(), 'metamod-admin-'))
mkdirSync(join(gameDirectory, 'addons/admin'), { recursive: true })
writeFileSync(join(gameDirectory, adminsFile), '# who may\nsteam_0:1:1 // Ada\nBOT\nID_LAN\n')
afterAll(() => rmSync(gameDirectory, { recursive: true }))

interface Party {
  readonly server: TestServer
  readonly ada: TestPlayer
  readonly bob: TestPlayer
  readonly cy: TestPlayer
}

/** Ada is an admin; the others are not. */
function party(): Party {
  const server = createServer({ plugins: [admin], gameDirectory, frameSeconds: 0.1, failOnErrors: true })
  const ada = server.connect('Ada', { authId: 'STEAM_0:1:1' })
  const [bob, cy] = [server.connect('Bob', { authId: 'STEAM_0:1:2' }), server.connect('Cy')]
  return { server, ada, bob, cy }
}

describe('kick', () => {
  test('an admin kicks by chat, and everybody reads why', () => {
    const { server, ada, bob, cy } = party()
    ada.say('!kick bob being rude')
    server.frame()
    expect(bob.dropReason).toBe('being rude')
    expect(cy).toHaveReceived('Ada kicked Bob (being rude)')
    expect(server.log).toContain('[ADMIN] Ada kicked Bob (being rude)')
  })

  test('an id that all have in a local network makes nobody an admin', () => {
    const { server } = party()
    const dee = server.connect('Dee', { authId: 'ID_LAN' })
    dee.say('!kick ada')
    server.frames(2)
    expect(server.players).toHaveLength(4)
    expect(dee).toHaveReceived('kick is for admins')
  })

  test('who is no admin is told so, and nobody goes', () => {
    const { server, bob, cy } = party()
    bob.say('/kick ada')
    server.frames(2)
    expect(server.players).toHaveLength(3)
    expect(bob).toHaveReceived('kick is for admins')
    expect(cy.prints.join()).not.toContain('kick')
  })

  test('a name that fits nobody, or several, is answered with who is there', () => {
    const { server, ada } = party()
    server.connect('Bobby')
    ada.say('!kick bo')
    ada.say('!kick zoe')
    server.frames(2)
    expect(server.players).toHaveLength(4)
    expect(ada).toHaveReceived('Bobby')
    expect(ada).toHaveReceived('zoe')
  })

  test('the console needs nobody’s leave, and a bot of the same auth id as another is no admin', () => {
    const { server, bob } = party()
    const bot = server.connect('Robot', { isBot: true })
    server.console('admin_kick bob')
    server.frame()
    expect(bob.dropReason).toBe('Kicked by an admin')
    bot.say('!kick ada')
    server.frames(2)
    expect(server.players.map(({ name }) => name)).toEqual(['Ada', 'Cy', 'Robot'])
  })
})

describe('ban', () => {
  test('the engine is told to keep the player away', () => {
    const { server, ada, bob, cy } = party()
    ada.say('!ban bob 60')
    const command = `banid 60 #${bob.userId} kick\nwriteid\n`
    expect(server.engine).toHaveCalled('serverCommand', { command })
    expect(cy).toHaveReceived('Ada banned Bob for 60 minutes')
  })

  test('0 minutes are for good, and less are refused', () => {
    const { server, ada, cy } = party()
    ada.say('!ban bob 0')
    expect(cy).toHaveReceived('Ada banned Bob for good')
    ada.say('!ban bob -5')
    expect(ada).toHaveReceived(/minutes/)
    expect(server.engine.callsOf('serverCommand')).toHaveLength(1)
  })

  test('Xash3D, which takes no userid, is told the id', () => {
    const { server, ada } = party()
    server.connect('Dee', { authId: 'ID_0123456789abcdef0123456789abcde' })
    ada.say('!ban dee 5')
    const command = 'banid 5 0123456789abcdef0123456789abcde kick\nwriteid\n'
    expect(server.engine).toHaveCalled('serverCommand', { command })
  })

  test.each(['STEAM_ID_LAN', 'ID_LAN'])('%s, which all have in a local network, is not banned', (authId) => {
    const { server, ada, cy } = party()
    server.connect('Dee', { authId })
    ada.say('!ban dee 5')
    expect(ada).toHaveReceived(`${authId} is not Dee's alone`)
    expect(cy.prints.join()).not.toContain('banned')
    expect(server.engine.calls('serverCommand')).toBe(0)
  })

  test('bots cannot be banned', () => {
    const { server, ada } = party()
    server.connect('Robot', { isBot: true })
    ada.say('!ban robot')
    expect(ada).toHaveReceived('Bots cannot be banned; kick it')
    expect(server.engine.calls('serverCommand')).toBe(0)
  })
})

describe('slap', () => {
  test('it hurts and pushes, and never takes the last health point', () => {
    const { ada, bob } = party()
    ada.say('!slap bob 30')
    expect(bob.vars.health).toBe(70)
    expect(bob.vars.velocity[2]).toBeGreaterThan(0)
    ada.say('!slap bob 100')
    expect(bob.vars.health).toBe(1)
    ada.say('!slap bob 101')
    expect(ada).toHaveReceived(/0\.\.100/)
  })

  test('who is dead is left alone', () => {
    const { ada, bob } = party()
    bob.command('kill')
    ada.say('!slap bob')
    expect(ada).toHaveReceived('Bob is not alive')
  })
})

describe('the vote for the next map', () => {
  test('the map with most votes is played next', () => {
    const { server, ada, bob, cy } = party()
    ada.say('!votemap dust aztec')
    expect(bob).toHaveReceived('1. dust, 2. aztec')
    ada.say('!vote 1')
    bob.say('!vote 2')
    cy.say('!vote 2')
    expect(cy).toHaveReceived('You voted for aztec')
    server.advance(20)
    expect(ada).toHaveReceived('aztec has won with 2 of 3 votes')
    expect(server.map).toBe('box')
    server.advance(4)
    expect(server.map).toBe('aztec')
  })

  test('the votes of players who leave do not count', () => {
    const { server, ada, bob, cy } = party()
    ada.say('!votemap dust aztec')
    ada.say('!vote 1')
    bob.say('!vote 2')
    cy.say('!vote 2')
    bob.disconnect()
    server.console('kick Cy')
    server.advance(24)
    expect(server.map).toBe('dust')
  })

  test('where nobody votes, the map stays', () => {
    const { server, ada } = party()
    server.console('admin_votemap dust aztec')
    server.advance(30)
    expect(ada).toHaveReceived('Nobody voted; the map stays')
    expect(server.map).toBe('box')
  })

  test('there is one vote at a time, of two maps or more that the server has', () => {
    const { ada, bob } = party()
    ada.say('!votemap dust')
    expect(ada).toHaveReceived('No vote: name at least two maps')
    ada.say('!votemap dust no/such')
    expect(ada).toHaveReceived("No vote: the server has no map 'no/such'")
    ada.say('!votemap dust aztec')
    ada.say('!votemap train nuke')
    expect(ada).toHaveReceived('No vote: there is a vote already')
    bob.say('!vote 3')
    expect(bob).toHaveReceived('Say a number from 1 to 2')
  })

  test('it ends when an admin cancels it, and when the map ends', () => {
    const { server, ada, bob } = party()
    ada.say('!votemap dust aztec')
    ada.say('!cancelvote')
    bob.say('!vote 1')
    expect(bob).toHaveReceived('There is no vote now')
    ada.say('!votemap dust aztec')
    bob.say('!vote 1')
    server.changeLevel('train')
    server.advance(30)
    expect(server.map).toBe('train')
  })

  test('the time it takes is a console variable with a range', () => {
    const { server, ada, bob } = party()
    server.console('admin_vote_time 1')
    server.frames(2)
    ada.say('!votemap dust aztec')
    bob.say('!vote 1')
    server.advance(4)
    expect(server.map).toBe('box')
    server.advance(5)
    expect(server.map).toBe('dust')
  })
})

test('the list of admins is read again when the console says so', () => {
  const { server, bob, cy } = party()
  const file = join(gameDirectory, adminsFile)
  writeFileSync(file, 'STEAM_0:1:2\n')
  server.console('admin_reload')
  bob.say('!slap cy')
  expect(cy.vars.health).toBe(95)
})
