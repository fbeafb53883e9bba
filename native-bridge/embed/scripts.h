// Node in an engine's process, as the core sees it: started when an engine comes and nobody set a policy, given a turn
// each frame, and taken down when the engine leaves. Nothing here needs Node to be there.
#pragma once

namespace mm {

// Starts Node and the loader, which sets the policy. False where it could not be done; the log says why.
bool startScripts();

// Lets timers, sockets and promises go on. Called once a frame, outside every hook.
void pumpScripts();

// Has the policy detach its plugins, and ends JavaScript unless some of it is on the stack. It may be called twice.
void shutDownScripts();

// Whether startScripts() started what runs now. It is not so in the development server, which is Node itself.
bool areScriptsRunning();

// Ends JavaScript without a word to the policy, whose start failed.
void stopScripts();

// The engine left JavaScript by longjmp. What V8 notes of the stack is wrong from then on, so that nothing of Node may run
// any more, not even to end.
void forsakeScripts();

}  // namespace mm
