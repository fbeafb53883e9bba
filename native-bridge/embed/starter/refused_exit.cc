#include "embed/starter/refused_exit.h"

#include <string>

namespace mm::starter {
namespace {

// `process.exit` has noted that the process is ending, and a process that ends runs no promise and no tick any more.
void takeBackExiting() {
  v8::Isolate* const isolate = v8::Isolate::GetCurrent();
  const v8::HandleScope handles(isolate);
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::TryCatch nobodyListens(isolate);
  const auto name = [isolate](const char* text) {
    return v8::String::NewFromUtf8(isolate, text).FromMaybe(v8::String::Empty(isolate));
  };
  v8::Local<v8::Value> process;
  if (!context->Global()->Get(context, name("process")).ToLocal(&process) || !process->IsObject()) return;
  const auto object = process.As<v8::Object>();
  object->Set(context, name("_exiting"), v8::False(isolate)).FromMaybe(false);
  object->Set(context, name("exitCode"), v8::Undefined(isolate)).FromMaybe(false);
}

}  // namespace

void refuseExits(node::Environment* environment, void (*log)(const char* line)) {
  node::SetProcessExitHandler(environment, [log](node::Environment*, int code) {
    takeBackExiting();
    log(("[META] ERROR: JavaScript wants to end the process with code " + std::to_string(code) +
         "; the server goes on. A plugin ends itself with plugin.unload().")
            .c_str());
  });
}

}  // namespace mm::starter
