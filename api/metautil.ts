/**
 * What Metamod and its plugins say to each other: Metamod's structs, the functions that a plugin exports, and
 * `mutil_funcs_t`, in the order of its table. Scripts reach these through `plugin.util` and the loader, never through
 * rows, so parameters are given by their C types alone.
 */
import { callback, cstr, f32, hidden, i32, pointer, u8 } from './fields.js'
import type { CFunction, CParameter, Field, Struct } from './schema.js'

export const versions = {
  META_INTERFACE_VERSION: '"5:13"',
  INTERFACE_VERSION: '140',
  NEW_DLL_FUNCTIONS_VERSION: '1',
  ENGINE_INTERFACE_VERSION: '138',
}

const colourByte = (name: string): Field => u8(name, name, { c: 'unsigned char' })

const loadTime = (name: string): Field => i32(name, name, { c: 'PLUG_LOADTIME' })

const metaResult = (name: string, cName: string): Field => i32(name, cName, { c: 'META_RES' })

const getter = (cName: string, type: string): Field => callback(cName, cName, type)

/** How a plugin describes itself; its address is the plugin's identity. */
export const pluginInfo: Struct = hidden(
  'plugin_info_t',
  'plugin_info_s',
  'How a plugin describes itself. The address of its one such block, the PLID, names the plugin to Metamod.',
  [
    cstr('interfaceVersion', 'ifvers'),
    cstr('name'),
    cstr('version'),
    cstr('date'),
    cstr('author'),
    cstr('url'),
    cstr('logTag', 'logtag'),
    loadTime('loadable'),
    loadTime('unloadable'),
  ],
)

export const metamodStructs: readonly Struct[] = [
  hidden(
    'meta_globals_t',
    'meta_globals_s',
    'How a hook answers (`mres`, to be set by every hook) and what it may ask: the answer of the plugin before, the strongest answer so far, the real result and the overriding one. The two pointers lead to a value of the type that the hooked function returns.',
    [
      metaResult('result', 'mres'),
      metaResult('previous', 'prev_mres'),
      metaResult('status', 'status'),
      pointer('original', 'orig_ret', 'void *'),
      pointer('overriding', 'override_ret', 'void *'),
    ],
  ),
  hidden(
    'gamedll_funcs_t',
    'gamedll_funcs_s',
    "The real game DLL's tables; calls through them pass no plugin.",
    [
      pointer('dllApiTable', 'dllapi_table', 'DLL_FUNCTIONS *'),
      pointer('newApiTable', 'newapi_table', 'NEW_DLL_FUNCTIONS *'),
    ],
  ),
  hidden(
    'META_FUNCTIONS',
    'META_FUNCTIONS_s',
    'The getters with which a plugin hands over its hook tables; those it lacks stay NULL.',
    [
      getter('pfnGetEntityAPI', 'GETENTITYAPI_FN'),
      getter('pfnGetEntityAPI_Post', 'GETENTITYAPI_FN'),
      getter('pfnGetEntityAPI2', 'GETENTITYAPI2_FN'),
      getter('pfnGetEntityAPI2_Post', 'GETENTITYAPI2_FN'),
      getter('pfnGetNewDLLFunctions', 'GETNEWDLLFUNCTIONS_FN'),
      getter('pfnGetNewDLLFunctions_Post', 'GETNEWDLLFUNCTIONS_FN'),
      getter('pfnGetEngineFunctions', 'GET_ENGINE_FUNCTIONS_FN'),
      getter('pfnGetEngineFunctions_Post', 'GET_ENGINE_FUNCTIONS_FN'),
    ],
  ),
  hidden(
    'hudtextparms_t',
    'hudtextparms_s',
    'Where, how and for how long text is shown on the display: places from 0 to 1 (-1 is the centre), times in seconds.',
    [
      f32('x'),
      f32('y'),
      i32('effect'),
      ...['r1', 'g1', 'b1', 'a1', 'r2', 'g2', 'b2', 'a2'].map(colourByte),
      f32('fadeInTime', 'fadeinTime'),
      f32('fadeOutTime', 'fadeoutTime'),
      f32('holdTime'),
      f32('fxTime'),
      i32('channel'),
    ],
  ),
]

const c = (type: string, name: string): CParameter => ({ name, c: type })

const plid = c('plid_t', 'plid')
const format = c('const char *', 'format')

function declared(cName: string, returns: string, params: readonly CParameter[], doc: string): CFunction {
  return { cName, doc, params, returns: { c: returns }, isVariadic: params.at(-1) === format }
}

const tableGetter = (cName: string, table: string, version: string, doc: string): CFunction =>
  declared(cName, 'int', [c(table, 'table'), c(version, 'interfaceVersion')], doc)

/** The types of the getters in META_FUNCTIONS and of what game DLLs export under the same names. */
export const getterTypes: readonly CFunction[] = [
  tableGetter(
    'GETENTITYAPI_FN',
    'DLL_FUNCTIONS *',
    'int',
    'Fills in hooks of `DLL_FUNCTIONS`; answers 1, or 0 for a version it does not speak.',
  ),
  tableGetter(
    'GETENTITYAPI2_FN',
    'DLL_FUNCTIONS *',
    'int *',
    'As GETENTITYAPI_FN; for a version it does not speak it answers 0 and stores its own.',
  ),
  tableGetter(
    'GETNEWDLLFUNCTIONS_FN',
    'NEW_DLL_FUNCTIONS *',
    'int *',
    'Fills in hooks of `NEW_DLL_FUNCTIONS`.',
  ),
  tableGetter('GET_ENGINE_FUNCTIONS_FN', 'enginefuncs_t *', 'int *', 'Fills in hooks of `enginefuncs_t`.'),
]

const now = c('PLUG_LOADTIME', 'now')
const reason = c('PL_UNLOAD_REASON', 'reason')

/** What a plugin exports, named without `_FN`: `Meta_Init` and so on. */
export const exportTypes: readonly CFunction[] = [
  declared(
    'META_INIT_FN',
    'void',
    [],
    'Meta_Init: called first, if it is there; nothing of the engine is known yet.',
  ),
  declared(
    'GIVE_ENGINE_FUNCTIONS_FN',
    'void',
    [c('enginefuncs_t *', 'engine'), c('globalvars_t *', 'globals')],
    'GiveFnptrsToDll: hands over the engine. Copy the table; the pointer to the globals stays good.',
  ),
  declared(
    'META_QUERY_FN',
    'int',
    [c('const char *', 'interfaceVersion'), c('plugin_info_t **', 'info'), c('mutil_funcs_t *', 'util')],
    'Meta_Query: stores the address of the plugin_info_t; answers 1, or 0 to be left out.',
  ),
  declared(
    'META_ATTACH_FN',
    'int',
    [
      now,
      c('META_FUNCTIONS *', 'functions'),
      c('meta_globals_t *', 'globals'),
      c('gamedll_funcs_t *', 'gamedll'),
    ],
    'Meta_Attach: fills in the getters of its hook tables and keeps `globals`; answers 1, or 0 to be left out.',
  ),
  declared(
    'META_DETACH_FN',
    'int',
    [now, reason],
    'Meta_Detach: the plugin is about to be unloaded; 0 asks to stay.',
  ),
]

const handle = c('void *', 'handle')
const cmdline = c('const char *', 'cmdline')
const parms = c('hudtextparms_t', 'parms')

export const utilFunctions: readonly CFunction[] = [
  declared('pfnLogConsole', 'void', [plid, format], 'Prints a line to the server console.'),
  declared(
    'pfnLogMessage',
    'void',
    [plid, format],
    "Writes a line with the plugin's tag to the server's log.",
  ),
  declared(
    'pfnLogError',
    'void',
    [plid, format],
    "Writes a line with the plugin's tag and ERROR to the server's log.",
  ),
  declared(
    'pfnLogDeveloper',
    'void',
    [plid, format],
    "Writes a line to the server's log if the console variable `developer` is not 0.",
  ),
  declared('pfnCenterSay', 'void', [plid, format], "Shows text in the middle of every player's screen."),
  declared(
    'pfnCenterSayParms',
    'void',
    [plid, parms, format],
    "Shows text on every player's screen as the parameters say.",
  ),
  declared(
    'pfnCenterSayVarargs',
    'void',
    [plid, parms, c('const char *', 'format'), c('va_list', 'arguments')],
    'As pfnCenterSayParms, for a function that itself takes variable arguments.',
  ),
  declared(
    'pfnCallGameEntity',
    'qboolean',
    [plid, c('const char *', 'className'), c('entvars_t *', 'vars')],
    'Makes the game DLL set up an entity of a class; 0 if it has no such class.',
  ),
  declared(
    'pfnGetUserMsgID',
    'int',
    [plid, c('const char *', 'name'), c('int *', 'size')],
    'Finds the number of a message type by name; 0 if there is none. `size` may be NULL.',
  ),
  declared(
    'pfnGetUserMsgName',
    'const char *',
    [plid, c('int', 'id'), c('int *', 'size')],
    'Finds the name of a message type by number; NULL if there is none. `size` may be NULL.',
  ),
  declared(
    'pfnGetPluginPath',
    'const char *',
    [plid],
    "Tells the full path of the plugin's file, in a buffer that the next such call overwrites.",
  ),
  declared(
    'pfnGetGameInfo',
    'const char *',
    [plid, c('ginfo_t', 'tag')],
    'Tells something about the game, in a buffer that the next such call overwrites.',
  ),
  declared(
    'pfnLoadPlugin',
    'int',
    [plid, cmdline, now, c('void **', 'handle')],
    'Loads another plugin; answers 0 when that worked.',
  ),
  declared(
    'pfnUnloadPlugin',
    'int',
    [plid, cmdline, now, reason],
    'Unloads another plugin, by number or by an unambiguous beginning of its name; answers 0 when that worked.',
  ),
  declared(
    'pfnUnloadPluginByHandle',
    'int',
    [plid, handle, now, reason],
    'Unloads another plugin by the handle that loading it gave; answers 0 when that worked.',
  ),
  declared(
    'pfnIsQueryingClientCvar',
    'const char *',
    [plid, c('const edict_t *', 'player')],
    'Names the console variable that a client is being asked for; NULL if there is none.',
  ),
  declared(
    'pfnMakeRequestId',
    'int',
    [plid],
    'Makes a number for pfnQueryClientCvarValue2 that no other plugin uses on this map.',
  ),
  declared(
    'pfnGetHookTables',
    'void',
    [
      plid,
      c('enginefuncs_t **', 'engine'),
      c('DLL_FUNCTIONS **', 'dll'),
      c('NEW_DLL_FUNCTIONS **', 'newDll'),
    ],
    'Gives tables whose functions pass every plugin on their way. Any of the three may be NULL.',
  ),
]
