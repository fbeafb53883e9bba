# 32-bit x86 with the compiler of a 64-bit system. Debian's multilib keeps the architecture-specific headers of the
# 64-bit packages in one place only, hence the extra include path (kept last, so a true 32-bit set wins).
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(CMAKE_C_FLAGS_INIT "-m32 -idirafter /usr/include/x86_64-linux-gnu")
set(CMAKE_CXX_FLAGS_INIT "-m32 -idirafter /usr/include/x86_64-linux-gnu")
