/** Who may use the commands: the auth ids in a file that the server's owner writes. */

/** Below the game directory. */
export const adminsFile = 'addons/admin/admins.txt'

/** What bots and players without an account have, and nobody can be told by. */
const nobodys: ReadonlySet<string> = new Set([
  'BOT',
  'HLTV',
  'STEAM_ID_LAN',
  'STEAM_ID_PENDING',
  'VALVE_ID_LAN',
])

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
    .filter((id) => id !== '' && !nobodys.has(id))
  return new Set(ids)
}
