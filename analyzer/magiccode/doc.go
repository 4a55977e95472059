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
// The analyzer reports a documented code that stands as a literal where a code
// of the API is or belongs, whatever carries it (an integer, a string, a
// json.Number, an element of a decoded map), and writes the constant of package
// codes in its place, with the type that the place needs:
//
//	if reply.ResponseCode == int(codes.ResponseThrottlingRateExceeded) {
//
// Where the program has a constant of its own for the code, the fix uses that.
//
// A literal that is no documented code is not reported here, and neither is the
// declaration of a constant.
//
// The order of codes means nothing, so a comparison like reply.ResponseCode > 0
// is reported whatever its bound; the fix names success where that is what the
// comparison comes to.
//
// # Categories
//
//   - comparison: a literal compared by == or !=, by strings.EqualFold, or
//     searched in a list of codes
//   - case: a literal in a case clause
//   - ordering: the bound of < <= > >=
//   - assignment: a literal assigned to a code, or its first value
//   - element: of a struct literal, of a list that is searched for a code or
//     holds codes, a map's value
//   - key: of a map or array literal that is indexed by codes
//   - index: of such a map or array
//   - argument: for a parameter that is a code
//   - conversion: to a code's type
//   - return: from a function whose result is a code
//   - send: on a channel of codes
package magiccode
