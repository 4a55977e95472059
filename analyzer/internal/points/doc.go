// Package points says which codes can get to a point of a function at which something is sent again, if nothing but the
// codes goes wrong: it puts package codeflow's answers in the words of retries, a reply and what it can hold, a way back.
// And it knows what the text around such a point tells: what variables are assigned, and where a node stands.
//
//   - points.go: points, and the replies of which something is known there; codeset.go: sets of codes
//   - round.go: ways back to where a function has been before
//   - package.go, function.go: what is checked; index.go: what the package declares, and assigns to variables
//   - path.go: where a node stands; element.go: the element that a loop is at
package points
