// Three floats as a value. The C tables pass them as float*, so load() and store() stand at each border.
#pragma once

#include <cmath>

namespace fake {

struct Vec3 {
  float x = 0;
  float y = 0;
  float z = 0;

  float operator[](int axis) const { return axis == 0 ? x : axis == 1 ? y : z; }
  float& operator[](int axis) { return axis == 0 ? x : axis == 1 ? y : z; }
};

// A missing vector reads as the origin: several engine functions allow NULL.
inline Vec3 load(const float* v) { return v ? Vec3{v[0], v[1], v[2]} : Vec3{}; }

inline void store(Vec3 v, float* out) {
  if (!out) return;
  out[0] = v.x;
  out[1] = v.y;
  out[2] = v.z;
}

inline Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Vec3 operator*(Vec3 a, float k) { return {a.x * k, a.y * k, a.z * k}; }
inline float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline float length(Vec3 v) { return std::sqrt(dot(v, v)); }

struct Box {
  Vec3 mins;
  Vec3 maxs;
};

inline bool overlaps(Box a, Box b) {
  for (int axis = 0; axis < 3; ++axis) {
    if (a.mins[axis] > b.maxs[axis] || a.maxs[axis] < b.mins[axis]) return false;
  }
  return true;
}

inline bool contains(Box box, Vec3 point) { return overlaps(box, {point, point}); }
inline Box at(Box box, Vec3 origin) { return {box.mins + origin, box.maxs + origin}; }

struct Basis {
  Vec3 forward;
  Vec3 right;
  Vec3 up;
};

// Angles are pitch, yaw, roll in degrees; a positive pitch looks down.
Basis basisOf(Vec3 angles);
// Yaw of a direction in degrees, 0 up to 360.
float yawOf(Vec3 direction);
Vec3 anglesOf(Vec3 direction);
// The nearest equivalent to `from` after turning towards `to` by at most `step` degrees.
float turn(float from, float to, float step);

}  // namespace fake
