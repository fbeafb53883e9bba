// Node's headers of one major release, and what of them differs between the releases that a starter is built for.
#pragma once

#include <node.h>
#include <uv.h>

namespace mm::starter {

#if NODE_MAJOR_VERSION == 18
namespace init_flags = node::ProcessFlags;
#else
namespace init_flags = node::ProcessInitializationFlags;
#endif

// Newer V8s want an isolate disposed of by its platform, so that nothing is posted to it in between.
inline void disposeIsolate(node::MultiIsolatePlatform& platform, v8::Isolate* isolate) {
#if NODE_MAJOR_VERSION >= 24
  platform.DisposeIsolate(isolate);
#else
  platform.UnregisterIsolate(isolate);
  isolate->Dispose();
#endif
}

}  // namespace mm::starter
