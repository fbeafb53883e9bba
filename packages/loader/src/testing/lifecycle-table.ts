/**
 * What becomes of a plugin in each state when each thing is done with it: facts for `lifecycle-table.test.ts`, written
 * down from what administrators of other Metamods know, and not computed by anything of ours. All plugins in it are listed in
 * plugins.ini.
 */

/**
 * When a plugin that says `never`, `startup`… of a thing may have it done: at once, at the next map change (`later`), or
 * never any more (`-`).
 */
export const moments = `
  now          never  startup  changelevel  anytime  pausable
  startup      -      now      now          now      now
  changelevel  -      -        now          now      now
  anytime      -      -        later        now      now
`

/**
 * The states, as \`meta list\` shows status and pending action.
 *
 * - `badfile`, `failed`: its file or its attach failed, and both are good now.
 * - `missed`, `waiting`: it was loaded too late for what it wants, and for `waiting` the next map change will do.
 * - `leaving`, `renewing`: it was to be unloaded or reloaded, and that was put off.
 * - `unwilling`: its Meta_Detach answers no.
 */
export const states = `
  state      stat  pend
  absent     empt  -
  badfile    badf  load
  failed     fail  load
  missed     open  -
  waiting    open  load
  running    RUN   -
  paused     PAUS  -
  leaving    RUN   unld
  renewing   RUN   relo
  unwilling  RUN   -
`

/**
 * What is done, in which states, where `loadable` and `unloadable` allow what; what is answered, and what the list shows
 * then. `*` is any, `=` is as before, `empt` is a plugin that is not in the list any more. The refreshes: `refresh` with
 * the plugin listed and its file as it was; `refresh-newer` with a file that has changed; `refresh-missing` without the file;
 * `refresh-unlisted` with the plugin's line taken out. They answer nothing.
 */
export const outcomes = `
  command           states                                    loadable  unloadable  answer   stat  pend

  load              absent,badfile,failed,missed,waiting      now       *           done     RUN   -
  load              absent,badfile,failed,missed,waiting      later     *           delayed  open  load
  load              absent,badfile,failed,missed,waiting      -         *           failed   open  -
  load              running,paused,leaving,renewing,unwilling *         *           refused  =     =

  unload            badfile,failed,missed,waiting             *         *           refused  =     =
  unload            running,paused,leaving,renewing           *         now         done     empt  -
  unload            unwilling                                 *         now         refused  =     unld
  unload            running,paused,leaving,renewing,unwilling *         later       delayed  =     unld
  unload            running,paused,leaving,renewing,unwilling *         -           refused  =     -

  force_unload      badfile,failed,missed,waiting,running,paused,leaving,renewing,unwilling  *  *  done  empt  -

  reload            badfile,failed,missed,waiting             now       *           done     RUN   -
  reload            badfile,failed,missed,waiting             later     *           delayed  open  load
  reload            badfile,failed,missed,waiting             -         *           failed   open  -
  reload            running,paused,leaving,renewing,unwilling now       now         done     RUN   -
  reload            running,paused,leaving,renewing,unwilling later     now         delayed  =     relo
  reload            running,paused,leaving,renewing,unwilling now       later       delayed  =     relo
  reload            running,paused,leaving,renewing,unwilling later     later       delayed  =     relo
  reload            running,paused,leaving,renewing,unwilling -         now         refused  =     -
  reload            running,paused,leaving,renewing,unwilling -         later       refused  =     -
  reload            running,paused,leaving,renewing,unwilling *         -           refused  =     -

  retry             badfile,failed,waiting                    now       *           done     RUN   -
  retry             badfile,failed,waiting                    later     *           delayed  open  load
  retry             badfile,failed,waiting                    -         *           failed   open  -
  retry             missed,running,paused,unwilling           *         *           refused  =     =
  retry             leaving                                   *         now         done     empt  -
  retry             leaving                                   *         later       delayed  =     =
  retry             leaving                                   *         -           refused  =     -
  retry             renewing                                  now       now         done     RUN   -
  retry             renewing                                  later     now         delayed  =     =
  retry             renewing                                  now       later       delayed  =     =
  retry             renewing                                  later     later       delayed  =     =
  retry             renewing                                  -         now         refused  =     -
  retry             renewing                                  -         later       refused  =     -
  retry             renewing                                  *         -           refused  =     -

  clear             badfile,failed,missed,waiting             *         *           done     empt  -
  clear             running,paused,unwilling                  *         *           refused  =     =
  clear             leaving,renewing                          *         *           done     =     -

  pause             running,leaving,renewing,unwilling        *         pausable    done     PAUS  =
  pause             running,leaving,renewing,unwilling        *         unpausable  refused  =     =
  pause             badfile,failed,missed,waiting,paused      *         *           refused  =     =

  unpause           paused                                    *         *           done     RUN   =
  unpause           badfile,failed,missed,waiting,running,leaving,renewing,unwilling  *  *  refused  =  =

  refresh           absent,badfile,failed,waiting             now       *           -        RUN   -
  refresh           absent,badfile,failed,waiting             later     *           -        open  load
  refresh           absent,badfile,failed,waiting             -         *           -        open  -
  refresh           missed,running,paused,unwilling           *         *           -        =     =
  refresh           leaving                                   *         now         -        empt  -
  refresh           leaving                                   *         later       -        =     =
  refresh           leaving                                   *         -           -        =     -
  refresh           renewing                                  now       now         -        RUN   -
  refresh           renewing                                  later     now         -        =     =
  refresh           renewing                                  now       later       -        =     =
  refresh           renewing                                  later     later       -        =     =
  refresh           renewing                                  -         now         -        =     -
  refresh           renewing                                  -         later       -        =     -
  refresh           renewing                                  *         -           -        =     -

  refresh-newer     absent,badfile,failed,waiting             now       *           -        RUN   -
  refresh-newer     absent,badfile,failed,waiting             later     *           -        open  load
  refresh-newer     absent,badfile,failed,waiting             -         *           -        open  -
  refresh-newer     missed                                    *         *           -        =     =
  refresh-newer     leaving                                   *         now         -        empt  -
  refresh-newer     leaving                                   *         later       -        =     =
  refresh-newer     leaving                                   *         -           -        =     -
  refresh-newer     running,paused,renewing                   now       now         -        RUN   -
  refresh-newer     unwilling                                 now       now         -        =     relo
  refresh-newer     running,paused,renewing,unwilling         later     now         -        =     relo
  refresh-newer     running,paused,renewing,unwilling         now       later       -        =     relo
  refresh-newer     running,paused,renewing,unwilling         later     later       -        =     relo
  refresh-newer     running,paused,renewing,unwilling         -         now         -        =     -
  refresh-newer     running,paused,renewing,unwilling         -         later       -        =     -
  refresh-newer     running,paused,renewing,unwilling         *         -           -        =     -

  refresh-missing   absent,badfile,failed,waiting             *         *           -        badf  load
  refresh-missing   missed,running,paused,unwilling           *         *           -        =     =
  refresh-missing   leaving                                   *         now         -        empt  -
  refresh-missing   leaving                                   *         later       -        =     =
  refresh-missing   leaving                                   *         -           -        =     -
  refresh-missing   renewing                                  now       now         -        =     =
  refresh-missing   renewing                                  later     now         -        =     =
  refresh-missing   renewing                                  now       later       -        =     =
  refresh-missing   renewing                                  later     later       -        =     =
  refresh-missing   renewing                                  -         now         -        =     -
  refresh-missing   renewing                                  -         later       -        =     -
  refresh-missing   renewing                                  *         -           -        =     -

  refresh-unlisted  absent,badfile,failed,missed,waiting      *         *           -        empt  -
  refresh-unlisted  running,paused,leaving,renewing           *         now         -        empt  -
  refresh-unlisted  unwilling                                 *         now         -        =     unld
  refresh-unlisted  running,paused,leaving,renewing,unwilling *         later       -        =     unld
  refresh-unlisted  running,paused,leaving,renewing,unwilling *         -           -        =     -
`

/** The lines of a table, each by the words of its first line. */
export function linesOf(table: string): Record<string, string>[] {
  const [head = [], ...lines] = table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/))
  return lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}
