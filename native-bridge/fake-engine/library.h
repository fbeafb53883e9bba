// What the engine loads as its game DLL, whichever library that is, and the tables that came out of it. Each call goes
// through call(), because a game DLL may leave functions out.
#pragma once

#include <string>
#include <utility>

#include "fake-engine/style.h"
#include "metamod/metamod.h"

namespace fake {

struct Outcome {
  bool ok;
  std::string reason;
  static Outcome good() { return {true, {}}; }
  static Outcome bad(std::string why) { return {false, std::move(why)}; }
};

class Library {
 public:
  // dlopen, GiveFnptrsToDll and the table getters, in the order HLDS and Xash keep.
  Outcome open(const std::string& path, const Style& style, enginefuncs_t* engine, globalvars_t* globals);
  void close();

  // Makes the entity one of a class: finds that among the library's exports, and where the engine is Xash asks the
  // physics interface. False if there is no such class; for an entity of a map createCustom() is tried then.
  bool createEntity(edict_t* edict, const char* className);
  // Makes it one of the class that is exported as "custom", which games make of any class they have no export for.
  bool createCustom(edict_t* edict);
  void* symbol(const char* name) const;
  bool isOpen() const { return handle_ != nullptr; }

  template <class Result, class... Parameters, class... Arguments>
  Result call(Result (*DLL_FUNCTIONS::* member)(Parameters...), Arguments... arguments) const {
    auto function = dll_.*member;
    return function ? function(arguments...) : Result();
  }
  template <class Result, class... Parameters, class... Arguments>
  Result call(Result (*NEW_DLL_FUNCTIONS::* member)(Parameters...), Arguments... arguments) const {
    auto function = newDll_.*member;
    return function ? function(arguments...) : Result();
  }
  const DLL_FUNCTIONS& dll() const { return dll_; }
  const NEW_DLL_FUNCTIONS& newDll() const { return newDll_; }

 private:
  Outcome takeTables(const Style& style, enginefuncs_t* engine, globalvars_t* globals);
  Outcome takeDll(const Style& style);
  void takePhysics();

  void* handle_ = nullptr;
  std::string path_;
  DLL_FUNCTIONS dll_{};
  NEW_DLL_FUNCTIONS newDll_{};
  physics_interface_t physics_{};
};

}  // namespace fake
