// Package excuses knows why a way back on which the same request is sent is no retry of what was refused, or is one for
// fewer codes than get there. Package retriedcode asks it about each way back before it reports.
//
//   - opaque.go, ofsuccess.go, asksonly.go, verdict.go, judges.go, elsewhere.go, standard.go: somebody else has decided
//     what is sent again: another package, a function that is told of the reply, a table, a word of the reply
//   - people.go, words.go, sight.go, answered.go: nobody goes back before somebody else has said so
//   - acts.go, passive.go: something is done about the failure on the way
//   - unchanged.go, literals.go, kept.go, renews.go: another request is sent for some codes
//   - leaving.go, withoutcode.go, lastround.go, counted.go, enough.go, clocks.go, cancels.go, pacers.go, memory.go, handedon.go: no other round comes, for some
//     codes
//   - excuses.go, conditions.go: what all of them need
package excuses
