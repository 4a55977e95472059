// Package requests decides whether a call that is executed again and again sends the same
// request each time: in the rounds of a loop, behind a label that a goto leads back to, in a
// function that calls itself or that a library calls. It knows nothing of codes.
//
// A request is the same if nothing that it is made of can be another in the next round: its
// arguments and its receiver, what these are made of, and what the function that sends it takes
// from elsewhere. The parts:
//
//   - comparer.go: who is asked
//   - region.go: what runs again, and what that assigns
//   - same.go, called.go, closures.go, rebuilt.go: whether an expression, a call, what a closure sends, a variable can be another
//     each time
//   - chosen.go: whether what is kept of the round before, or the number of the attempt, chooses what is sent
//   - draws.go: whether a function takes the next of something that outlives it, a queue or a cursor
//   - fresh.go: what each round has a new one of
//   - filled.go: what functions fill that is new
//   - lent.go: whether a function only reads what it gets the address of
//   - changes.go, touches.go, reads.go, content.go: which fields and contents others change, and which a request is made of
//   - moment.go: what others may have set meanwhile, and what is drawn at random
//   - contexts.go: what a context brings along
//   - exempt.go: what makes no other request however it changes, as times, contexts and counts of attempts
//   - manner.go: the table of what functions of other packages do when they are called again
package requests
