// What the operator can type at the server console.
#pragma once

namespace fake {

class Commands;

void addConsoleCommands(Commands& commands);
void addServerCommands(Commands& commands);  // maps, files, lists
void addPlayerCommands(Commands& commands);  // people and what they do
void addInfoCommands(Commands& commands);    // localinfo

}  // namespace fake
