// Package codeflow knows which codes a value can hold at one point of a
// function. It follows the flow of control forward over the function's control
// flow graph; which values are codes at all is package binding's to say.
package codeflow
