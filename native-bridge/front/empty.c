// A library is wanted, and nothing in it.
typedef int nothing;
