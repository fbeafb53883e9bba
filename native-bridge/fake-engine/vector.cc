#include "fake-engine/vector.h"

namespace fake {
namespace {

constexpr float kDegreesPerRadian = 57.29577951f;

float wrap(float degrees) {
  float wrapped = std::fmod(degrees, 360.0f);
  return wrapped < 0 ? wrapped + 360.0f : wrapped;
}

}  // namespace

Basis basisOf(Vec3 angles) {
  const float sp = std::sin(angles.x / kDegreesPerRadian), cp = std::cos(angles.x / kDegreesPerRadian);
  const float sy = std::sin(angles.y / kDegreesPerRadian), cy = std::cos(angles.y / kDegreesPerRadian);
  const float sr = std::sin(angles.z / kDegreesPerRadian), cr = std::cos(angles.z / kDegreesPerRadian);
  return {{cp * cy, cp * sy, -sp},
          {cr * sy - sr * sp * cy, -cr * cy - sr * sp * sy, -sr * cp},
          {cr * sp * cy + sr * sy, cr * sp * sy - sr * cy, cr * cp}};
}

float yawOf(Vec3 direction) {
  if (direction.x == 0 && direction.y == 0) return 0;
  return wrap(std::atan2(direction.y, direction.x) * kDegreesPerRadian);
}

Vec3 anglesOf(Vec3 direction) {
  if (direction.x == 0 && direction.y == 0) return {direction.z > 0 ? 90.0f : 270.0f, 0, 0};
  const float flat = std::hypot(direction.x, direction.y);
  return {wrap(std::atan2(direction.z, flat) * kDegreesPerRadian), yawOf(direction), 0};
}

float turn(float from, float to, float step) {
  const float start = wrap(from);
  float way = wrap(to) - start;
  if (way > 180) way -= 360;
  if (way < -180) way += 360;
  if (way > step) way = step;
  if (way < -step) way = -step;
  return wrap(start + way);
}

}  // namespace fake
