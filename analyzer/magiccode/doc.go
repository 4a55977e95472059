// Package magiccode defines an analyzer that reports bare numbers and strings
// where a named error code belongs.
//
// # Analyzer magiccode
//
// magiccode: report bare numbers where a named error code belongs
//
// An error code written as a literal says nothing to its reader, and nothing
// stops it from being a wrong one:
//
//	if reply.ResponseCode == 5 { // which code is that?
//
// The analyzer reports a documented code that is compared with a value of the
// API, whatever carries the value (an integer, a string, a json.Number, an
// element of a decoded map), and writes the constant of package codes in its
// place, with the type that the place needs:
//
//	if reply.ResponseCode == int(codes.ResponseThrottlingRateExceeded) {
//
// Where the program has a constant of its own for the code, the fix uses that.
//
// A literal that is no documented code is not reported here, and neither is the
// declaration of a constant.
//
// # Categories
//
//   - comparison: a literal compared by == or !=
//   - case: a literal in a case clause
package magiccode
