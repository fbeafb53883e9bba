/** Who may use the commands: the auth ids in a file that the server's owner writes. */

/** Below the game directory. */
export const adminsFile = 'addons/admin/admins.txt'

/** What bots and players without an account have, and nobody can be told by; `ID_…` are Xash3D's. */
const nobodys: ReadonlySet<string> = new Set([
  'BOT',
  'HLTV',
  'STEAM_ID_LAN',
  'STEAM_ID_PENDING',
  'VALVE_ID_LAN',
  'VALVE_ID_PENDING',
  'VALVE_ID_LOOPBACK',
  'ID_BOT',
  'ID_LAN',
  'ID_LOOPBACK',
])

/** Whether an auth id is one player's, and not what many have. */
export const isOwnId = (authId: string): boolean => !nobodys.has(authId.toUpperCase())

/** Reads the file: an auth id a line, in any case; what follows `#` or `//` is a remark. */
export function parseAdmins(text: string): ReadonlySet<string> {
  const ids = text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/(#|\/\/).*/, '')
        .trim()
        .toUpperCase(),
    )
    .filter((id) => id !== '' && isOwnId(id))
  return new Set(ids)
}
