// Package foreign is what is known of other packages' functions, by what they are called: what they change, keep and
// call, and whether they return. What they tell of codes is package codeflow's to know. Its callers ask first whether a
// function is one whose body, or whose facts, tell more.
//
//   - memory.go: what changes nothing, what fills bytes, what only reads a container, who keeps an address
//   - callbacks.go: methods that are called unasked
//   - letting.go: where other goroutines are let in
//   - control.go: what never returns, what ends a panic, what runs in a goroutine, or at once
package foreign
