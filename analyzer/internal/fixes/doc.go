// Package fixes writes the changes by which a request is no longer sent again for the codes that cannot succeed: it is
// left at once for them, a retry library is told that it is over, an element is taken out of a list. It writes none where
// it is in doubt.
//
//   - leave.go, leaving.go: a loop is left, in the function's own error convention; place.go: where that is written;
//     followed.go: where there is a reply to ask
//   - break.go: a loop is left as when all tries are made, for what comes then
//   - stop.go: the library's own words
//   - element.go: elements of lists
//   - fixes.go, fix.go: what all of them need
package fixes
