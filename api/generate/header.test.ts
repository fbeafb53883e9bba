import { expect, test } from 'vitest'

import { layoutAsserts } from './header-asserts.js'
import { constantsHeader } from './header-constants.js'
import { metaHeader } from './header-meta.js'
import { metamodHeader } from './header-metamod.js'
import { tablesHeader } from './header-tables.js'
import { typesHeader } from './header-types.js'
import { miniEnum, miniFlags, miniLayouts, miniOpaque, miniStruct, miniTable } from './mini-table.js'

test('a table becomes a struct of documented function pointers', () => {
  expect(tablesHeader('mini.h', miniTable.source, ['"metamod/types.h"'], [miniTable])).toMatchInlineSnapshot(`
    "/* Generated from api/mini.ts by npm run generate. Do not edit. */
    #ifndef METAMOD_MINI_H
    #define METAMOD_MINI_H

    #include "metamod/types.h"

    /* A few functions. */
    typedef struct MINI_FUNCTIONS_s {
      /* Looks at something. */
      int (*pfnLook)(edict_t *viewer, const float *target, hit_t *hit);
      /* Prints in the player's console. */
      void (*pfnSay)(int times, const char *text, ...);
      /* Finds an entity. Obsolete: Use look. */
      edict_t *(*pfnFind)(const char *name);
    } MINI_FUNCTIONS;

    #endif
    "
  `)
})

test('structs and types known by name only become typedefs, structs get their fields', () => {
  expect(typesHeader([miniStruct], [miniOpaque])).toMatchInlineSnapshot(`
    "/* Generated from api/structs.ts by npm run generate. Do not edit. */
    #ifndef METAMOD_TYPES_H
    #define METAMOD_TYPES_H

    #include "metamod/constants.h"

    typedef unsigned char byte;
    typedef int qboolean;
    typedef unsigned int CRC32_t;
    typedef float vec3_t[3];

    /* A text as its distance from globalvars_t.pStringBase, signed, on every platform. */
    typedef int string_t;

    typedef struct hit_s hit_t;
    typedef struct secret_s secret_t;

    /* What was hit. */
    struct hit_s {
      char szName[5];
      string_t model;
      void *pOwner;
      vec3_t vecPlace[2];
      float fraction;
    };

    #endif
    "
  `)
})

test('flags become hexadecimal defines, enumerations with a C type become that type', () => {
  expect(constantsHeader([miniFlags, miniEnum])).toMatchInlineSnapshot(`
    "/* Generated from api/enums.ts by npm run generate. Do not edit. */
    #ifndef METAMOD_CONSTANTS_H
    #define METAMOD_CONSTANTS_H

    /* Bits of nothing. */
    #define MINI_ONE 0x1
    #define MINI_TOP 0x80000000u
    #define MINI_FIRST 0x1

    /* Kinds of nothing. */
    typedef enum {
      mini_odd = 1
    } MINI_TYPE;

    #endif
    "
  `)
})

test("Metamod's header declares the PLID after plugin_info_t and before the functions that take it", () => {
  const text = metaHeader({
    versions: { META_INTERFACE_VERSION: '"5:13"' },
    enums: [],
    pluginInfo: miniStruct,
    structs: [],
    getterTypes: [],
    exportTypes: [],
    utilFunctions: miniTable.rows,
  })
  expect(text).toMatchInlineSnapshot(`
    "/* Generated from api/metautil.ts by npm run generate. Do not edit. */
    #ifndef METAMOD_META_H
    #define METAMOD_META_H

    #include <stdarg.h>
    #include "metamod/engine.h"
    #include "metamod/gamedll.h"

    #define META_INTERFACE_VERSION "5:13"

    typedef struct hit_s hit_t;

    /* Names a plugin to Metamod: the address of its own plugin_info_t. */
    typedef const plugin_info_t *plid_t;

    /* What was hit. */
    struct hit_s {
      char szName[5];
      string_t model;
      void *pOwner;
      vec3_t vecPlace[2];
      float fraction;
    };

    /* What Metamod offers to plugins; each passes its PLID, so that Metamod knows who asks. */
    typedef struct mutil_funcs_s {
      /* Looks at something. */
      int (*pfnLook)(edict_t *viewer, const float *target, hit_t *hit);
      /* Prints in the player's console. */
      void (*pfnSay)(int times, const char *text, ...);
      /* Finds an entity. Obsolete: Use look. */
      edict_t *(*pfnFind)(const char *name);
    } mutil_funcs_t;

    #endif
    "
  `)
})

test('layout claims name every field and the size, for both word sizes', () => {
  const text = layoutAsserts([miniStruct], [miniTable], miniLayouts)
  expect(text.slice(text.indexOf('MM_LAYOUT(offsetof'))).toMatchInlineSnapshot(`
    "MM_LAYOUT(offsetof(hit_t, szName), 0, 0);
    MM_LAYOUT(offsetof(hit_t, model), 8, 8);
    MM_LAYOUT(offsetof(hit_t, pOwner), 16, 12);
    MM_LAYOUT(offsetof(hit_t, vecPlace), 24, 16);
    MM_LAYOUT(offsetof(hit_t, fraction), 48, 40);
    MM_LAYOUT(sizeof(hit_t), 56, 44);

    MM_LAYOUT(sizeof(MINI_FUNCTIONS), 24, 12);

    #endif
    "
  `)
})

test('the header of headers opens with the example plugin', () => {
  expect(metamodHeader('int x;\n\nint y;\n')).toMatchInlineSnapshot(`
    "/* Generated from api/ by npm run generate. Do not edit. */
    /*
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
     *
     *     int x;
     *
     *     int y;
     */
    #ifndef METAMOD_METAMOD_H
    #define METAMOD_METAMOD_H

    #include "metamod/constants.h"
    #include "metamod/types.h"
    #include "metamod/engine.h"
    #include "metamod/gamedll.h"
    #include "metamod/meta.h"

    /* Before each function that Metamod looks up by name. */
    #ifdef __cplusplus
    #define MM_EXPORT extern "C" __attribute__((visibility("default")))
    #else
    #define MM_EXPORT __attribute__((visibility("default")))
    #endif

    #endif
    "
  `)
})
