// Package wrongcode defines an analyzer that reports codes which are wrong where
// they stand.
//
// # Analyzer wrongcode
//
// wrongcode: report codes that cannot be right where they stand
//
// A code that is compared with the wrong constant compiles, and is never found:
//
//	if reply.ResponseCode == 20 { // no reply has that code
//
//	if int(reply.ResponseCode) == int(codes.TemplateThrottled) { // here 4 is "Account is disabled"
//
//	if m["responseCode"] == 0 { // encoding/json makes a float64 of it, or a string
//
// So is a test that the guards before it have decided already:
//
//	if reply.ResponseCode == codes.ResponseSuccess {
//		return nil
//	}
//	…
//	switch reply.ResponseCode {
//	case codes.ResponseSuccess: // never
//
// and a success that becomes an error which is not nil:
//
//	return reply.ResponseCode // an error even for Success; write reply.ResponseCode.Err()
//
// The analyzer follows the codes through each function, and says on which line
// the guard is. It is silent where a value is not known to be a code of this API.
//
// # Categories
//
//   - undocumented: a constant that no table has
//   - domain: a constant of another domain
//   - httpstatus: one of net/http's Status constants
//   - types: a comparison of two types that never meet
//   - never: a case or comparison that never holds, after the guards before it
//   - always: a case or comparison that always holds, after the guards before it
//   - success: a code that becomes an error while it can still be a success
//   - parse: a code that is used although the error of parsing it was dropped, or stops nothing
package wrongcode
