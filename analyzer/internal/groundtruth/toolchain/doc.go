// Package toolchain compiles, runs and type-checks generated programs, runs
// analyzers over them, and makes their text smaller.
package toolchain
