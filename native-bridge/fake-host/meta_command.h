// The console command `meta`.
#pragma once

namespace fakehost {

void metaCommand();

}  // namespace fakehost
