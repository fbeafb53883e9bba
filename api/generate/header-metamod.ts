/** `metamod.h`: the one header that a plugin includes. It opens with a whole plugin, which a test compiles. */
import { header } from './c-text.js'

const exportMacro = `/* Before each function that Metamod looks up by name. */
#ifdef __cplusplus
#define MM_EXPORT extern "C" __attribute__((visibility("default")))
#else
#define MM_EXPORT __attribute__((visibility("default")))
#endif
`

const introduction = `/*
 * All that a native Metamod plugin needs. A plugin is a shared library that exports four functions, or five with
 * Meta_Init; the types at the end of meta.h say what each is for. Build it with
 *
 *     cc -shared -fPIC -I native-bridge/include -o greeter.so greeter.c
 *
 * - Every hook sets \`mres\`, also when it only watches (MRES_IGNORED), and returns a value that counts only with
 *   MRES_OVERRIDE and MRES_SUPERCEDE. Hooks in tables of a _Post getter run after the real function.
 * - GetEntityAPI2 speaks INTERFACE_VERSION, GetNewDLLFunctions NEW_DLL_FUNCTIONS_VERSION, GetEngineFunctions
 *   ENGINE_INTERFACE_VERSION. A plugin may keep the tables and fill or clear entries later; a new hook counts from the
 *   next frame.
 * - Hooks of the three variadic functions get the finished text: the format is "%s", and one text follows.
 * - The engine table of GiveFnptrsToDll calls the engine past all hooks. A cvar_t that is registered is copied: read the
 *   live one by pfnCVarGetPointer. Texts that a function keeps are copied too.
 *
 * Here is a plugin that greets:
 *`

export function metamodHeader(example: string): string {
  const lines = example.trimEnd().split('\n')
  const quoted = lines.map((line) => (line === '' ? ' *\n' : ` *     ${line}\n`)).join('')
  const parts = ['constants', 'types', 'engine', 'gamedll', 'meta'].map((name) => `"metamod/${name}.h"`)
  const text = header('metamod.h', 'api/', parts, exportMacro)
  return text.replace('*/\n', `*/\n${introduction}\n${quoted} */\n`)
}
