/** An administrator's sessions at the console, as they are typed and as they are answered, with plugins of both kinds. */
import { describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { session } from './console-session.js'
import { startServer } from './test-server.js'

const greeter = `import { CvarFlag, definePlugin } from '@csr/metamod-sdk'
export default definePlugin({
  name: 'Greeter', version: '2.0', date: '2026-02-03', author: 'Ada', url: 'https://greeter.example', logTag: 'GREET',
  attach(plugin) {
    plugin.addCommand('greet', () => plugin.util.logConsole('hello'))
    plugin.addCvar('greet_text', 'hello there', { flags: CvarFlag.Server })
    plugin.on.startFrame(() => {})
    plugin.onPost.clientConnect(() => {})
  },
})
`
const sticky = `import { definePlugin, LoadTime } from '@csr/metamod-sdk'
export default definePlugin({
  name: 'Sticky', version: '1', author: 'A', url: '', logTag: 'STICKY', unloadable: LoadTime.Changelevel,
  attach() {},
})
`
const late = sticky
  .replaceAll('Sticky', 'Late')
  .replaceAll('STICKY', 'LATE')
  .replace('unloadable:', 'loadable:')

function newGame(): TemporaryFolder {
  const folder = temporaryFolder()
  folder.write('addons/greeter.ts', greeter)
  folder.write('addons/my own/sticky.ts', sticky)
  folder.write('addons/late.ts', late)
  folder.write('addons/broken.ts', greeter.replace('attach(plugin)', 'attach(plugin'))
  return folder
}

const pluginsIni = 'linux addons/observer/observer.so\nts addons/greeter.ts A friendly one\n'

describe('an administrator', () => {
  test('looks around', () => {
    const folder = newGame()
    const server = startServer(folder, { pluginsIni })
    expect(
      session(server, folder, ['meta list', 'META INFO a', 'meta cmds 2', 'meta cvars GREET', 'meta config']),
    ).toBe(
      `
> meta list
Currently loaded plugins:
      description     stat pend  file         vers    src  load  unload
 [ 1] Observer        RUN   -    observer.so  v1.0.0  ini  ANY   ANY
 [ 2] A friendly one  RUN   -    greeter.ts   v2.0    ini  ANY   Pause
2 plugins, 2 running
> META INFO a
         name: Greeter
         desc: A friendly one
       status: running
       action: none
     filename: addons/greeter.ts
         file: greeter.ts
     pathname: <game>/addons/greeter.ts
         kind: TypeScript
        index: 2
       source: plugins.ini
     loadable: at any time
   unloadable: at any time, and pausable
      version: 2.0
         date: 2026-02-03
       author: Ada
          url: https://greeter.example
       logtag: GREET
       ifvers: 5:13
  last loaded: <now>
DLLAPI functions (1):
   StartFrame
DLLAPI Post functions (1):
   ClientConnect_Post
Registered commands:
   greet
Registered cvars:
      cvar        type    float value  string value
 [ 1] greet_text  server     0.000000  hello there
No child plugins.
> meta cmds 2
Registered plugin commands:
      plugin          command
 [ 1] A friendly one  greet
1 commands, 1 available
> meta cvars GREET
Registered plugin cvars:
      plugin          cvar        type    float value  string value
 [ 1] A friendly one  greet_text  server     0.000000  hello there
1 cvars, 1 available
> meta config
Config options from localinfo and addons/metamod/config.ini:
   debuglevel     0                           default
   gamedll        dlls/game.so                addons/metamod/config.ini:1
   plugins_file   addons/metamod/plugins.ini  default
   exec_cfg       addons/metamod/exec.cfg     default
   autodetect     yes                         default
   clientmeta     no                          default
   dynalign_list  yes                         default
   libnode        (looked for)                default
   load_timeout   5000                        default
`.trim(),
    )
  })

  test('loads and unloads plugins', () => {
    const folder = newGame()
    const server = startServer(folder, { pluginsIni })
    expect(
      session(server, folder, [
        'meta load "addons/my own/sticky" "A name" with blanks',
        'meta load greeter',
        'meta load nothing',
        'meta pause 1 2',
        'meta require greeter observer nothing',
        'meta unload 2 greeter',
        'meta cmds',
        'meta unload 2',
        'meta refresh',
        'meta reload gre',
        'meta list',
      ]),
    ).toBe(
      `
> meta load "addons/my own/sticky" "A name" with blanks
Loaded plugin 'Sticky' as number 3
> meta load greeter
meta load: 'Greeter' is loaded already, as number 2; 'meta reload 2' renews it
> meta load nothing
meta load: no plugin file 'nothing' in <game>; tried it with .ts, .js, .so, _mm.so, _MM.so, each also with <machine> before .so; also in addons/, dlls/, addons/nothing/, addons/nothing/dlls/, addons/metamod/ and addons/metamod/dlls/
> meta pause 1 2
meta pause: plugin 'Observer' cannot be paused: it says it must not be; 'meta unload 1' would work
Paused plugin 'Greeter'
> meta require greeter observer nothing
ERROR: meta require: no plugin is called 'nothing'; there are 1 Observer, 2 Greeter, 3 Sticky
ok: required plugin 'Greeter' is loaded, but paused
ok: required plugin 'Observer' is running
> meta unload 2 greeter
Unloaded plugin 'Greeter'
> meta cmds
Registered plugin commands:
      plugin      command
 [ 1] Metamod     meta
 [ 2] Observer    observer_counts
 [ 3] (unloaded)  greet
3 commands, 2 available
> meta unload 2
meta unload: there is no plugin number 2; there are 1 Observer, 3 Sticky
> meta refresh
[META] plugins were looked through: 1 kept, 1 loaded
Refreshed: 3 plugins, 3 running
> meta reload gre
Reloaded plugin 'Greeter'
> meta list
Currently loaded plugins:
      description         stat pend  file         vers    src  load  unload
 [ 1] Observer            RUN   -    observer.so  v1.0.0  ini  ANY   ANY
 [ 2] A friendly one      RUN   -    greeter.ts   v2.0    ini  ANY   Pause
 [ 3] A name with blanks  RUN   -    sticky.ts    v1      cmd  ANY   Chlvl
3 plugins, 3 running
`.trim(),
    )
  })

  test('has to wait for the next map', () => {
    const folder = newGame()
    const server = startServer(folder, { pluginsIni: 'ts "addons/my own/sticky.ts"\n' })
    expect(
      session(server, folder, [
        'meta load late',
        'meta unload sticky',
        'meta retry late',
        'meta list',
        'meta clear sticky',
        'changelevel box2',
        'meta list',
        'meta unload late',
        'meta force_unload late',
        'meta list',
      ]),
    ).toBe(
      `
> meta load late
[META] plugin 'Late' cannot be loaded now: it can only be at server start or at a map change; it waits for the next one
Plugin 'Late', number 2, will be loaded at the next map change; 'meta clear 2' takes that back
> meta unload sticky
Plugin 'Sticky' will be unloaded at the next map change; 'meta clear 1' takes that back
> meta retry late
[META] plugin 'Late' cannot be loaded now: it can only be at server start or at a map change; it waits for the next one
Plugin 'Late' still waits for the next map change; 'meta clear 2' takes that back
> meta list
Currently loaded plugins:
      description  stat pend  file       vers  src  load  unload
 [ 1] Sticky       RUN  unld  sticky.ts  v1    ini  ANY   Chlvl
 [ 2] Late         open load  late.ts    v1    cmd  Chlvl Pause
2 plugins, 1 running
> meta clear sticky
Plugin 'Sticky' stays as it is; what was put off is forgotten
> changelevel box2
[META] plugins were looked through: 1 kept, 1 loaded
L <now>: Loading map "box2"
L <now>: Started map "box2"
> meta list
Currently loaded plugins:
      description  stat pend  file       vers  src  load  unload
 [ 1] Sticky       RUN   -    sticky.ts  v1    ini  ANY   Chlvl
 [ 2] Late         RUN   -    late.ts    v1    cmd  Chlvl Pause
2 plugins, 2 running
> meta unload late
Unloaded plugin 'Late'
> meta force_unload late
meta force_unload: no plugin is called 'late'; there are 1 Sticky
> meta list
Currently loaded plugins:
      description  stat pend  file       vers  src  load  unload
 [ 1] Sticky       RUN   -    sticky.ts  v1    ini  ANY   Chlvl
1 plugins, 1 running
`.trim(),
    )
  })

  test('finds out what is wrong with a plugin', () => {
    const folder = newGame()
    const server = startServer(folder, { pluginsIni: 'ts addons/broken.ts\n' })
    expect(
      session(server, folder, [
        'meta list',
        'meta info broken',
        'meta require broken',
        'meta retry 1',
        'meta pause 1',
        'meta clear 1',
        'meta list',
        'meta lsit',
      ]),
    ).toBe(
      `
> meta list
Currently loaded plugins:
      description  stat pend  file       vers  src  load  unload
 [ 1] broken.ts    badf load  broken.ts  v -   ini   -     -
1 plugins, 0 running
> meta info broken
         name: broken.ts
         desc: broken.ts
       status: badfile
       action: load at the next map change; 'meta clear 1' takes that back
     filename: addons/broken.ts
         file: broken.ts
     pathname: <game>/addons/broken.ts
         kind: TypeScript
        index: 1
       source: plugins.ini
      problem: <game>/addons/broken.ts:4:17: Expected ")" but found "{"; correct the source
  last loaded: never
No commands.
No cvars.
No child plugins.
> meta require broken
ERROR: meta require: required plugin 'broken.ts' is not running (badfile); 'meta info 1' says why
> meta retry 1
[META] ERROR: plugin 'broken.ts' not loaded: <game>/addons/broken.ts:4:17: Expected ")" but found "{"; correct the source
[META]       3 |   name: 'Greeter', version: '2.0', date: '2026-02-03', author: 'Ada', url: 'https://greeter.example…
[META]     > 4 |   attach(plugin {
[META]         |                 ^
[META]       5 |     plugin.addCommand('greet', () => plugin.util.logConsole('hello'))
Retry failed for plugin 'broken.ts'
> meta pause 1
meta pause: plugin 'broken.ts' did not load and cannot be paused; 'meta info 1' says why
> meta clear 1
Cleared failed plugin 'broken.ts' from the list
> meta list
Currently loaded plugins:
      description  stat pend  file  vers  src  load  unload
0 plugins, 0 running
> meta lsit
meta: 'lsit' is no command of meta; did you mean 'list'? 'meta help' lists them
`.trim(),
    )
  })
})
