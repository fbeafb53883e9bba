/** Texts of plugins and administrators as they fit into one line of a console. */

// Of what may stand in a name or value, these would end the line or move the cursor.
const controls = /[\u0000-\u001f\u007f]+/g

/** @param width - How many letters there is room for; the rest is cut, and a mark shows it. */
export function oneLine(text: string, width = 80): string {
  const line = text.replaceAll(controls, ' ')
  return line.length > width ? `${line.slice(0, width - 1)}…` : line
}
